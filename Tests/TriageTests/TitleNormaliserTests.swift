import Testing

@testable import Triage

/// What titles lose so that crashes of one bug have one title.
@Suite struct TitleNormaliserTests {
  @Test(arguments: [
    ("WARNING in syz-executor.3/9120", "WARNING in syz-executor"),
    ("WARNING in syzkaller123:4", "WARNING in syzkaller"),
    ("BUG: at 0xffff8880a1b2 gone", "BUG: at ADDR gone"),
    ("BUG: at ffff8880a1b2", "BUG: at ADDR"),
    ("peer 10.0.0.1 is gone", "peer IP is gone"),
    ("kernel BUG at fs/aio.c:618:3!", "kernel BUG at fs/aio.c:LINE!"),
    ("stack is corrupted in lamp_on+0x12/0x34", "stack is corrupted in lamp_on"),
    ("stuck on CPU#12", "stuck on CPU"),
    ("waits 143 seconds, 5 of 7,8", "waits NUM seconds, NUM of NUM,NUM"),
    ("nl80211 and cfg80211 stay", "nl80211 and cfg80211 stay"),
    ("lamp12345678", "lampNUM"),
    ("two  blanks\tand a tab ", "two blanks and a tab"),
    ("caf\u{e9} \u{1b}[31m", "caf [31m"),
    ("", ""),
  ])
  func titles(title: String, expected: String) {
    #expect(TitleNormaliser.normalised(title) == expected)
  }

  @Test func titlesAreCutAt120Bytes() {
    let long = String(repeating: "lamp ", count: 40)
    #expect(TitleNormaliser.normalised(long).utf8.count == 119)
  }

  @Test(arguments: [
    ("BUG: unable [ 110.043] deprecated", true), ("BUG: unable [110]", false),
    ("[1.5", false), ("[.5]", false),
  ])
  func timesWithinTitles(title: String, expected: Bool) {
    #expect(TitleNormaliser.holdsTime(title) == expected)
  }
}

/// How names are looked up in tables.
@Suite struct NamePatternsTests {
  @Test(arguments: [
    ("lamp", "my_lamp_on", true), ("^lamp", "my_lamp", false), ("^lamp", "lamp_on", true),
    ("lamp$", "my_lamp", true), ("lamp$", "lamp_on", false), ("^lamp$", "lamp", true),
    ("^lamp$", "lamp_lamp", false), ("la*on", "my_lamp_on", true), ("la*on", "on_la", false),
    ("^arch/*/mm/fault.c", "arch/x86/mm/fault.c", true),
    ("^arch/*/mm/fault.c", "drivers/arch/x/mm/fault.c", false), ("a*b$", "a_b_b", true),
    ("a*b$", "ab_", false), ("lamp", "", false), ("^", "lamp", false), ("aa*a", "aa", false),
  ])
  func patterns(pattern: String, name: String, expected: Bool) {
    #expect(NamePatterns([Array(pattern.utf8)]).match(Array(name.utf8)) == expected)
  }

  @Test func tablesHoldPatternsAndRemarks() {
    let table = Array("# lamps\n\nlamp_on \r\n^plug$\n".utf8)
    let patterns = NamePatterns(table: table)
    #expect(patterns.match(Array("a_lamp_on_b".utf8)))
    #expect(patterns.match(Array("plug".utf8)))
    #expect(!patterns.match(Array("# lamps".utf8)))
  }
}

/// The function in a title.
@Suite struct TitleFunctionTests {
  @Test(arguments: [
    ("INFO: task hung in pipe_release", "pipe_release"),
    ("WARNING in hif_usb_send/usb_submit_urb", "hif_usb_send"),
    ("KCSAN: data-race in a_on / b_off", "a_on"),
    ("BUG: sleeping function called from invalid context in lamp_on", "lamp_on"),
    ("unexpected kernel reboot", nil), ("", nil), (" in ", nil),
  ])
  func names(title: String, expected: String?) {
    #expect(TitleFunction.name(in: title).map { String(decoding: $0, as: UTF8.self) } == expected)
  }
}
