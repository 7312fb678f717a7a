import BisectionLog

/// How near the titles of a log are to the crash it set out to bisect.
struct Kinship {
  /// The titles.
  let index: TitleIndex
  /// The family of each title of ``index``.
  let families: [TitleFamily]
  /// Whether each title is evidence: seen on the original commit or renamed, and specific if the
  /// original crash has specific titles.
  let isTelling: [Bool]
  /// The family nearest to the original crash among each step's crashes, by the index of the step;
  /// nil for a step that never crashed.
  let stepFamilies: [TitleFamily?]

  /// Judges the titles of a log against those of its first step that crashed, and against the title
  /// of the original report where that is known.
  init(of log: BisectionLog, originalTitle: String? = nil) {
    let index = TitleIndex(of: log)
    // A log without its head does not show the original commit; then only the report names the
    // crash.
    let isCut = originalTitle != nil && log.steps.first?.stage != .original
    // Titles are numbered as they appear, so that those of the first step that crashed come first.
    let originals = isCut ? 0 : index.steps.first { !$0.isEmpty }?.count ?? 0
    // A log can contain any number of titles; a few determine what the crash is.
    let known =
      index.titles.prefix(min(originals, 32))
      + [originalTitle.map(CrashTitle.init)]
      .compactMap { $0 }
    let hasPlain = known.contains { !$0.isUnspecific }
    let families = index.titles.enumerated().map { place, title -> TitleFamily in
      if place < originals || title.text == originalTitle { return .original }
      return known.contains { $0.isRenamed(title) } ? .renamed : .foreign
    }
    self.index = index
    self.families = families
    isTelling = index.titles.indices.map {
      families[$0] != .foreign && !(hasPlain && index.titles[$0].isUnspecific)
    }
    stepFamilies = index.steps.map { Self.nearest($0, families) }
  }

  /// The family nearest to the original crash among a step's crashes; nil if none crashed.
  func family(ofStep step: Int) -> TitleFamily? {
    stepFamilies.indices.contains(step) ? stepFamilies[step] : nil
  }

  /// Whether a step shows a title that proves the original crash.
  func isProven(step: Int) -> Bool {
    index.steps.indices.contains(step) && index.steps[step].contains { isTelling[$0.title] }
  }

  /// The title that a step shows most often; nil if none crashed.
  func mainTitle(ofStep step: Int) -> String? {
    guard index.steps.indices.contains(step) else { return nil }
    return index.steps[step].max { $0.runs < $1.runs }.map { index.titles[$0.title].text }
  }

  /// The family of the title after `crash:`.
  var reportFamily: TitleFamily? { index.report.map { families[$0] } }

  private static func nearest(
    _ counts: [TitleIndex.Count], _ families: [TitleFamily]
  ) -> TitleFamily? {
    if counts.contains(where: { families[$0.title] == .original }) { return .original }
    if counts.contains(where: { families[$0.title] == .renamed }) { return .renamed }
    return counts.isEmpty ? nil : .foreign
  }

  /// The families as a person reads them.
  var shown: TitleFamilies {
    var shown = TitleFamilies()
    var groups: [CrashTitle] = []
    for (place, title) in index.titles.enumerated() {
      let letter: Character
      switch families[place] {
      case .original: letter = "A"
      case .renamed: letter = "a"
      case .foreign:
        let group = groups.firstIndex { $0.isRenamed(title) } ?? groups.count
        if group == groups.count, group < Self.letters.count { groups.append(title) }
        letter = Self.letter(ofGroup: group)
      }
      shown.members.append(
        .init(
          title: title.text, family: families[place], letter: letter, line: index.lines[place],
          runs: index.runs[place]))
    }
    shown.stepFamilies = stepFamilies
    return shown
  }

  private static let letters = Array("BCDEFGHIJKLMNOPQRSTUVWXYZ")

  private static func letter(ofGroup group: Int) -> Character {
    letters.indices.contains(group) ? letters[group] : "*"
  }
}
