import ChildProcess
import Glibc
import Synchronization

/// A web server on this machine, for tests of what is asked and how bad answers are taken.
package final class LoopbackServer: Sendable {
  /// A request as it came.
  package struct Request: Sendable {
    /// Path and query.
    package var target: String
    /// Header fields, names in small letters.
    package var fields: [String: String]
  }

  /// What the server does with a request.
  package enum Reply: Sendable {
    /// A whole answer with a body.
    case page([UInt8], status: Int = 200, fields: [String: String] = [:])
    /// Bytes as they are, then the end.
    case raw([UInt8])
    /// A head, then bytes until the other side has enough.
    case endless
    /// Nothing, until the other side goes.
    case silence

    /// A whole answer with text.
    package static func text(_ text: String) -> Reply { .page(Array(text.utf8)) }
  }

  /// `127.0.0.1:PORT`.
  package let host: String
  /// The beginning of every link to it.
  package var address: String { "http://\(host)" }
  /// Everything that was asked, in the order it came.
  package var requests: [Request] { log.all }

  private let socket: Int32
  private let log = RequestLog()

  /// Starts a server; it ends with the value.
  package init(_ answer: @escaping @Sendable (Request) -> Reply) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Self.closesOnExec, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = socket
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard bind(listener, address, size) == 0, listen(listener, 64) == 0,
          getsockname(listener, address, &size) == 0
        else { return errno }
        return 0
      }
    }
    guard code == 0 else { throw PseudoTerminal.Failure(call: "bind", code: code) }
    host = "127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    let log = log
    Self.start { Self.accept(listener, serve: answer, log: log) }
  }

  deinit {
    // Wakes the thread that waits for connections.
    shutdown(socket, Int32(SHUT_RDWR))
  }

  private static let closesOnExec: Int32 = 0x80000

  private static func accept(
    _ listener: Int32, serve: @escaping @Sendable (Request) -> Reply,
    log: RequestLog
  ) {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      if connection < 0 {
        if errno == EINTR || errno == ECONNABORTED { continue }
        close(listener)
        return
      }
      start {
        defer { close(connection) }
        guard let request = read(connection) else { return }
        log.add(request)
        send(serve(request), to: connection)
      }
    }
  }

  /// Reads up to the empty line.
  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = Glibc.read(connection, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0, bytes.count < 1 << 16 else { return nil }
      bytes += chunk[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ": ", maxSplits: 1)
      if parts.count == 2 { fields[parts[0].lowercased()] = String(parts[1]) }
    }
    return Request(target: String(words[1]), fields: fields)
  }

  private static func send(_ reply: Reply, to connection: Int32) {
    switch reply {
    case .page(let body, let status, let fields):
      var head = "HTTP/1.1 \(status) Status\r\nContent-Length: \(body.count)\r\n"
      for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
        head += "\(name): \(value)\r\n"
      }
      _ = write(Array("\(head)Connection: close\r\n\r\n".utf8) + body, to: connection)
    case .raw(let bytes): _ = write(bytes, to: connection)
    case .endless:
      _ = write(Array("HTTP/1.1 200 OK\r\n\r\n".utf8), to: connection)
      let chunk = [UInt8](repeating: 0x61, count: 1 << 16)
      while write(chunk, to: connection) {}
    case .silence:
      var byte: UInt8 = 0
      while Glibc.read(connection, &byte, 1) > 0 {}
    }
  }

  private static func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          connection, buffer.baseAddress.map { $0 + sent }, buffer.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private static func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Worker.start(body)
    if let thread { pthread_detach(thread) }
  }
}

/// What a server was asked.
private final class RequestLog: Sendable {
  private let requests = Mutex<[LoopbackServer.Request]>([])

  var all: [LoopbackServer.Request] { requests.withLock { $0 } }

  func add(_ request: LoopbackServer.Request) { requests.withLock { $0.append(request) } }
}
