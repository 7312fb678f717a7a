import BisectionLog

/// The crash that commits of a range are ranked for.
public struct RangedCrash: Sendable {
  /// The title; nil if none is known.
  public var title: String?
  /// The report; nil if only a title is known.
  public var report: CrashReport?
  /// What the report points at.
  public var guilt: Guilt
  /// What the report's ranges lie in.
  public var text: SourceText

  /// A crash.
  public init(title: String?, report: CrashReport?, guilt: Guilt, text: SourceText) {
    self.title = title
    self.report = report
    self.guilt = guilt
    self.text = text
  }

  /// The function to look up in the repository if the report names no file; nil if it names one.
  public var wantedFunction: String? {
    guilt.file == nil ? title?.split(separator: " ").last.map(String.init) : nil
  }

  /// The evidence of the crash; `file` is where the repository defines ``wantedFunction``.
  public func profile(file: String? = nil) -> CrashProfile {
    CrashProfile(title: title, report: report, guilt: guilt, in: text, file: file)
  }
}
