extension ReportParser {
  /// Whether a section continues with a line; it ends where another kind of line comes.
  mutating func continues(_ kind: ReportSectionKind, _ text: ByteView) -> Bool {
    switch kind {
    case .disassembly: return true
    case .memoryState:
      let row = text.trimmed
      let shadow = row[0] == Ascii.greater ? row.dropping(1) : row
      if row.equals("^") || (shadow.hexNumber(at: 0)?.1 ?? 0) >= 8 { return true }
    case .lockScenario:
      let words = text.trimmed
      if words.contains("*** DEADLOCK ***") {
        sticky = nil
        return true
      }
      if words.isEmpty || words.starts(with: "CPU") || words.starts(with: "--")
        || words.contains("lock(") || words.contains("<Interrupt>") || words.ends(with: "();")
      {
        return true
      }
    default: break
    }
    sticky = nil
    return false
  }

  /// Adds a line to the section at the end, or begins another.
  mutating func note(_ kind: ReportSectionKind, _ label: String, line: Int) {
    if let last = report.sections.indices.last, report.sections[last].kind == kind,
      report.sections[last].lines.upperBound == line
    {
      report.sections[last].lines = report.sections[last].lines.lowerBound..<line + 1
      return
    }
    report.sections.append(
      ReportSection(kind: kind, label: label, lines: line..<line + 1))
  }
}
