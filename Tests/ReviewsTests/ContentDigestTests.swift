import Testing

@testable import Reviews

@Suite struct ContentDigestTests {
  /// Digests published with FIPS 180-4, and of lengths around a block as coreutils' sha256sum says.
  static let known: [(String, Int, String)] = [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ("a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    ("a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
  ]

  @Test(arguments: known)
  func agreesWithTheStandard(text: String, count: Int, digits: String) {
    let content = Array(String(repeating: text, count: count).utf8)
    #expect(ContentDigest(of: content).description == digits)
  }

  @Test func digitsNameTheDigest() throws {
    let digest = ContentDigest(of: Array("abc".utf8))
    #expect(ContentDigest(digest.description) == digest)
    #expect(ContentDigest(bytes: digest.bytes) == digest)
    #expect(ContentDigest(digest.description.uppercased()) == nil)
    #expect(ContentDigest(digest.description.dropLast()) == nil)
    #expect(ContentDigest(bytes: [1, 2]) == nil)
  }

  @Test func ordersAsTheBytesDo() {
    let digests = (0..<50).map { ContentDigest(of: [UInt8($0)]) }
    #expect(digests.sorted().map(\.description) == digests.map(\.description).sorted())
  }
}
