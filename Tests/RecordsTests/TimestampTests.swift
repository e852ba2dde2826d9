import Records
import Standards
import Testing

@Suite struct TimestampTests {
  /// RFC 3339 §5.6 and §5.8.
  @Test(arguments: [
    ("2015-01-28T08:03:12.410+08:00", 1_422_403_392_410, "2015-01-28T08:03:12.410+08:00"),
    ("2015-01-28T00:03:12Z", 1_422_403_392_000, "2015-01-28T00:03:12.000+00:00"),
    ("1937-01-01T12:00:27.87+00:20", -1_041_337_172_130, "1937-01-01T12:00:27.870+00:20"),
    ("1990-12-31T15:59:60-08:00", 662_688_000_000, "1990-12-31T16:00:00.000-08:00"),
    ("2015-01-28T08:03:12.4109999+08:00", 1_422_403_392_410, "2015-01-28T08:03:12.410+08:00"),
  ])
  func `a moment is read and written with its zone`(text: String, milliseconds: Int, written: String) {
    let timestamp = Timestamp(text)
    #expect(timestamp?.milliseconds == milliseconds)
    #expect(timestamp?.text == written)
  }

  @Test(arguments: [
    "", "2015-01-28", "2015-01-28T08:03:12", "2015-01-28 08:03:12Z", "2015-02-29T08:03:12Z", "2015-01-28T24:00:00Z",
    "2015-01-28T08:60:12Z", "2015-01-28T08:03:12.Z", "2015-01-28T08:03:12+0800", "2015-01-28T08:03:12+24:00",
    "2015-01-28T08:03:12+08:60", "2015-01-28T08:03:12Zx", "2015-01-28T08:03:12.410", "2015-01-28T08:0３:12Z",
  ])
  func `what is no moment is none`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `the day is that of the zone`() {
    let late = Timestamp("2015-01-28T23:30:00+08:00")
    #expect(late?.date.iso == "2015-01-28")
    #expect(late.map { Timestamp(milliseconds: $0.milliseconds, offset: 600).date.iso } == "2015-01-29")
    #expect(late?.clock == "23:30:00")
  }
}
