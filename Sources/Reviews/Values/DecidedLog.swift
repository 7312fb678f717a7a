/// The log that a decision is about, as it presented itself at that moment.
package struct DecidedLog: Hashable, Sendable {
  /// The SHA-256 of its bytes: what the decision is kept under.
  package let digest: ContentDigest
  /// The name of its file, so that people recognise it; "" where unknown.
  package let name: String
  /// The digits of the culprit it names; nil if it names no single one.
  package let culprit: String?
  /// The line that carried the decision, from 1; nil if no line did.
  package let line: Int?
  /// The program's own chance that the culprit is right, 0 to 1; nil if it had none.
  package let probability: Double?
  /// The codes of the evidence the program gave, the weightiest first.
  package let evidence: [String]

  /// The longest name, in bytes of UTF-8; a longer one loses its beginning.
  package static let nameLimit = 1024
  /// How many codes are kept.
  package static let evidenceLimit = 64
  /// The longest code or culprit, in bytes of UTF-8; longer ones are left out.
  package static let wordLimit = 128

  /// A log at the moment of a decision; what exceeds the limits or makes no sense is left out.
  package init(
    digest: ContentDigest, name: String = "", culprit: String? = nil, line: Int? = nil,
    probability: Double? = nil, evidence: [String] = []
  ) {
    func isWord(_ text: String) -> Bool { !text.isEmpty && text.utf8.count <= Self.wordLimit }
    self.digest = digest
    self.name = Self.shortened(name)
    self.culprit = culprit.flatMap { isWord($0) ? $0 : nil }
    self.line = line.flatMap { $0 >= 1 ? $0 : nil }
    self.probability = probability.flatMap { (0...1).contains($0) ? $0 : nil }
    self.evidence = Array(evidence.lazy.filter(isWord).prefix(Self.evidenceLimit))
  }

  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > nameLimit else { return name }
    let end = name.utf8.suffix(nameLimit).drop { $0 & 0xC0 == 0x80 }
    return String(decoding: end, as: UTF8.self)
  }
}
