import Glibc

/// Ways for a program to die.
enum Crash {
  static func named(_ name: String) {
    switch name {
    case "fatalError": fatalError("deliberate")
    case "outOfRange":
      let values = [1, 2, 3]
      print(values[Int(CommandLine.argc) + 7])
    case "overflow":
      let large = Int.max - Int(CommandLine.argc) + 1
      print(large + Int(CommandLine.argc))
    case "nil":
      let missing = getenv("SURELY_NOT_SET")
      // The trap is the purpose.
      // swift-format-ignore: NeverForceUnwrap
      print(missing!)
    case "null": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case "abort": abort()
    case "stack": print(endless(0))
    case "task": Task.detached { fatalError("in a task") }
    case "exit": exit(5)
    default: break
    }
  }

  private static func endless(_ depth: Int) -> Int {
    depth < 0 ? 0 : endless(depth &+ 1) &+ endless(depth &+ 2)
  }
}
