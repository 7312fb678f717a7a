import BisectionLog

/// How near the titles of a log are to the crash it set out to bisect.
struct Kinship {
  /// The titles.
  let index: TitleIndex
  /// The family of each title of ``index``.
  let families: [TitleFamily]
  /// Whether each title is worth something as proof: seen on the original commit or renamed, and
  /// not one that says little where the original crash has titles that say more.
  let isTelling: [Bool]

  /// Judges the titles of a log against those of its first step that crashed.
  init(of log: BisectionLog) {
    let index = TitleIndex(of: log)
    let origin = index.steps.firstIndex { !$0.isEmpty } ?? 0
    let originals = Set(index.steps.isEmpty ? [] : index.steps[origin].map(\.title))
    // A log can be made to hold any number of titles; a few tell what the crash is.
    let known = originals.sorted().prefix(32).map { index.titles[$0] }
    let hasPlain = known.contains { !$0.saysLittle }
    var families: [TitleFamily] = []
    var telling: [Bool] = []
    for (place, title) in index.titles.enumerated() {
      if originals.contains(place) {
        families.append(.original)
      } else {
        families.append(known.contains { $0.isRenamed(title) } ? .renamed : .foreign)
      }
      telling.append(families[place] != .foreign && !(hasPlain && title.saysLittle))
    }
    self.index = index
    self.families = families
    isTelling = telling
  }

  /// The family nearest to the original crash among a step's crashes; nil where none crashed.
  func family(ofStep step: Int) -> TitleFamily? {
    guard index.steps.indices.contains(step) else { return nil }
    return nearest(index.steps[step].map(\.title))
  }

  /// Whether a step shows a title that proves the original crash.
  func isProven(step: Int) -> Bool {
    index.steps.indices.contains(step) && index.steps[step].contains { isTelling[$0.title] }
  }

  /// The title that a step shows most often; nil where none crashed.
  func mainTitle(ofStep step: Int) -> String? {
    guard index.steps.indices.contains(step) else { return nil }
    return index.steps[step].max { $0.runs < $1.runs }.map { index.titles[$0.title].text }
  }

  /// The family of the title after `crash:`.
  var reportFamily: TitleFamily? { index.report.map { families[$0] } }

  private func nearest(_ titles: [Int]) -> TitleFamily? {
    let found = titles.map { families[$0] }
    if found.contains(.original) { return .original }
    if found.contains(.renamed) { return .renamed }
    return found.isEmpty ? nil : .foreign
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
          title: title.text, family: families[place], letter: letter, line: index.lines[place]))
    }
    shown.stepFamilies = index.steps.indices.map(family(ofStep:))
    return shown
  }

  private static let letters = Array("BCDEFGHIJKLMNOPQRSTUVWXYZ")

  private static func letter(ofGroup group: Int) -> Character {
    letters.indices.contains(group) ? letters[group] : "*"
  }
}
