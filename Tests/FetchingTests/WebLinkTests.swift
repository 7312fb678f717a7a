import Testing

@testable import Fetching

@Suite struct WebLinkTests {
  @Test func x() throws { _ = try WebLink("https://a/b") }
}
