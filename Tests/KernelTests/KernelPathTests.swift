import Kernel
import Testing

@Suite struct KernelPathTests {
  @Test(arguments: [
    ("fs/aio.c", "fs/aio.c"), ("./include/linux/fs.h", "include/linux/fs.h"),
    (
      "drivers/gpu/drm/amd/amdgpu/../display/dc/dc.c", "drivers/gpu/drm/amd/display/dc/dc.c"
    ),
    ("fs//aio.c", "fs/aio.c"), ("fs/a file.c", "fs/a file.c"), ("fs/$(x).c", "fs/$(x).c"),
  ])
  func staysInsideTheTree(printed: String, path: String) {
    #expect(KernelPath(printed)?.text == path)
  }

  @Test(arguments: [
    "", ".", "..", "../etc/passwd", "fs/../../etc/passwd", "/etc/passwd", "-rf", "--output=x",
    "a\nb", "a\0b", "a\u{1b}[2J",
  ])
  func refusesWhatLeavesItOrIsNoPath(printed: String) {
    #expect(KernelPath(printed) == nil)
  }

  @Test func triesEveryEndOfAnAbsolutePath() {
    #expect(
      KernelPath.candidates(for: "/build/kernel/fs/aio.c").map(\.text)
        == ["build/kernel/fs/aio.c", "kernel/fs/aio.c", "fs/aio.c", "aio.c"])
    #expect(KernelPath.candidates(for: "fs/aio.c").map(\.text) == ["fs/aio.c"])
    #expect(KernelPath.candidates(for: "../aio.c").isEmpty)
  }
}
