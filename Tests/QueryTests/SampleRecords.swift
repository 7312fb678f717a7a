import Query

/// A few records as a list of logs has them, and the fields they are asked by.
enum Sample {
  static let fields = FieldTable([
    Field(
      "outcome", "how the log ends",
      kind: .enumeration(["culprit", "inconclusive", "oldestRelease", "timeout", "error"])),
    Field(
      "verdict", "what a person decided",
      kind: .enumeration(["none", "correct", "plausible", "wrong", "wrongTitle"])),
    Field("title", aliases: ["crash"], "the crash's title", kind: .text),
    Field("culprit", aliases: ["commit"], "the commit that is named", kind: .text),
    Field("file", "files of the culprit and the stacks", kind: .text),
    Field("note", "what the reviewer wrote", kind: .text, isSearchedByWords: false),
    Field("p", aliases: ["probability"], "how far the culprit can be trusted", kind: .number),
    Field("steps", "how many revisions were tested", kind: .number),
    Field("at", "when it was reviewed", kind: .date),
  ])

  /// Rows 0 to 4.
  static let records: RecordTable = {
    var records = RecordTable(fields: fields)
    records.append([
      .text("culprit"), .text("correct"), .text("possible deadlock in free_ioctx_users"),
      .text("7bc3e6e55acf proc: Use a list of inodes"), .texts(["fs/proc/base.c", "fs/aio.c"]),
      .text("agreed with the fix"), .number(0.81), .number(14), .text("2026-01-01T10:00:00Z"),
    ])
    records.append([
      .text("culprit"), .text("wrong"), .text("INFO: task hung in pipe_release"),
      .text("fddb5d430ad9 open: introduce openat2(2) syscall"), .texts(["fs/open.c"]),
      .text("derailed by KASAN"), .number(0.12), .number(20), .text("2026-01-02T09:30:00Z"),
    ])
    records.append([
      .text("timeout"), .none, .text("KASAN: use-after-free Read in batadv_iv_ogm_queue_add"),
      .none, .texts(["net/batman-adv/bat_iv_ogm.c"]), .none, .none, .number(31), .none,
    ])
    records.append([
      .text("oldestRelease"), .none, .text("kasan: none of it"), .none, .texts([]), .none,
      .none, .number(8), .none,
    ])
    records.append([
      .text("somethingNew"), .text("wrongTitle"), .text("WARNING in foo(bar), baz | \"q\" \\"),
      .text("Größe: ändern"), .texts(["fs/a.c", "mm/b.c"]), .none, .number(0.3), .none,
      .text("2025-12-31"),
    ])
    return records
  }()

  /// The rows that a query finds.
  static func rows(_ text: String) -> [Int] {
    Query.read(text, fields: fields).query.rows(in: records)
  }
}
