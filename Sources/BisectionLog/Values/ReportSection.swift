/// A part of a report that holds no stack.
public struct ReportSection: Sendable {
  /// What it is.
  public var kind: ReportSectionKind
  /// What a person calls it.
  public var label: String
  /// Its lines, from 1, half-open.
  public var lines: Range<Int>

  /// A section over some lines.
  public init(kind: ReportSectionKind, label: String, lines: Range<Int>) {
    self.kind = kind
    self.label = label
    self.lines = lines
  }
}

/// What a part of a report without frames is.
public enum ReportSectionKind: String, Sendable, CaseIterable {
  case headline, header, registers, code, disassembly, lockScenario, memoryState, modules, console
  case panicTail, other
  /// Lines that no kernel is known to print in a report.
  case unrecognised
}
