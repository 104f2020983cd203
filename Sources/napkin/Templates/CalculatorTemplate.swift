/// A calculator that an author begins with.
enum CalculatorTemplate {
  static func text(id: String) -> String {
    """
    ```{calc}
    #| id: \(id)
    #| title: Bytes and the time to read them
    # input NAME = VALUE "label" bounds, steps or choices. A unit follows its number: 80 GB, 3.35 TB/s, 2 ms.
    input  parameters = 7e9        "parameters"            1e6...1e12 log
    input  bytes      = 2 B        "bytes of a parameter"  {4 B, 2 B, 1 B}
    input  bandwidth  = 3.35 TB/s  "memory bandwidth"      0.1 TB/s...10 TB/s
    # output NAME = FORMULA -> UNIT "label". `->` chooses the unit that is shown; nothing needs converting.
    output size = parameters * bytes -> GB "weights"
    output time = size / bandwidth   -> ms "time to read them once"
    # check NAME ≈ VALUE: as many digits as are written must agree.
    check  size ≈ 14 GB
    check  time ≈ 4.18 ms
    ```

    """
  }
}
