import Foundation
import Testing

@testable import Terminal

@Suite struct ClipboardRequestTests {
  @Test(arguments: 0..<20)
  func isBase64(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ 131) }
    #expect(ClipboardRequest.base64(bytes) == Data(bytes).base64EncodedString())
  }

  @Test func isOneSequence() throws {
    let request = try #require(ClipboardRequest("hello"))
    #expect(request.sequence == "\u{1b}]52;c;aGVsbG8=\u{7}")
  }

  @Test func tooLongTextsAreRefused() {
    #expect(ClipboardRequest(String(repeating: "a", count: ClipboardRequest.mostBytes)) != nil)
    #expect(ClipboardRequest(String(repeating: "a", count: ClipboardRequest.mostBytes + 1)) == nil)
  }
}
