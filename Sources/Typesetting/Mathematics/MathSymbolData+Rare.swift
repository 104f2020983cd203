/// Symbols that authors of this field seldom need, and the short names that packages and notes give to common ones.
extension MathSymbolData {
  static let rareSections: [(AtomClass, String)] = [
    (.ordinary, names), (.ordinary, signs), (.ordinary, words), (.operation, functions), (.binary, binaries),
    (.relation, relations), (.relation, negations), (.relation, arrows), (.opening, openings),
    (.closing, closings),
  ]

  private static let names = """
    R,Reals,reals ℝ R
    N,natnums ℕ N
    Z ℤ Z
    Q ℚ Q
    C,cnums,Complex ℂ C
    E 𝔼 E
    Bbbk 𝕜 k
    beth ℶ beth
    gimel ℷ gimel
    daleth ℸ daleth
    digamma ϝ digamma
    alef,alefsym ℵ aleph
    weierp ℘ p
    thetasym ϑ theta variant theta
    real ℜ Re the real part of
    image ℑ Im the imaginary part of
    infin ∞ inf infinity
    exist ∃ exists there exists
    empty ∅ {} the empty set
    upalpha α alpha
    upbeta β beta
    upmu μ u micro
    uppi π pi
    eth ð eth
    mho ℧ mho
    Finv Ⅎ F
    Game ⅁ G
    """

  private static let signs = """
    hdots,dotso,mathellipsis … ... and so on
    clubsuit,clubs ♣ club
    diamondsuit,diamonds ♢ diamond
    heartsuit,hearts ♡ heart
    spadesuit,spades ♠ spade
    flat ♭ b flat
    natural ♮ natural
    sharp ♯ # sharp
    lozenge ◊ <> lozenge
    blacklozenge ⧫ <> lozenge
    blacktriangle ▲ ^ black triangle
    blacktriangledown ▼ v black triangle down
    triangledown ▽ v triangle
    vartriangle △ ^ triangle
    measuredangle ∡ angle
    sphericalangle ∢ angle
    complement ∁ complement
    diagup ╱ / diagonal
    diagdown ╲ | diagonal
    circledR ® (R) registered
    circledS Ⓢ (S) S
    maltese ✠ + cross
    degreeCelsius,celsius ℃ degC degrees Celsius
    dag † + dagger
    ddag,Dagger ‡ ++ double dagger
    sect § sec. section
    yen ¥ JPY yen
    geneuro € EUR euros
    poundsl £ GBP pounds
    textregistered ® (R) registered
    textdagger † + dagger
    textbullet • * bullet
    """

  private static let words = """
    aa å a
    AA Å A
    ae æ ae
    AE Æ AE
    oe œ oe
    OE Œ OE
    o ø o
    O Ø O
    ss ß ss
    TeX TeX TeX
    LaTeX LaTeX LaTeX
    lq,textquoteleft ‘ ' quote
    rq,textquoteright ’ ' quote
    textquotedblleft “ " quote
    textquotedblright ” " quote
    textendash – - to
    textemdash — -- dash
    textless < < is less than
    textgreater > > is greater than
    textbar,vline | | bar
    textbraceleft { { open brace
    textbraceright } } close brace
    textasciicircum ^ ^ caret
    textunderscore _ _ underscore
    textdollar $ $ dollars
    textsterling £ GBP pounds
    textpm ± +- plus or minus
    texttimes × x times
    """

  private static let functions = """
    Var Var Var the variance of
    Cov Cov Cov the covariance of
    KL KL KL
    tr,trace tr tr the trace of
    rank rank rank the rank of
    diag diag diag
    sgn,sign sgn sgn the sign of
    erf erf erf
    softmax softmax softmax
    sigmoid sigmoid sigmoid
    relu,ReLU ReLU ReLU
    plim plim plim the limit
    injlim,varinjlim inj␣lim inj␣lim the limit
    projlim,varprojlim proj␣lim proj␣lim the limit
    varlimsup limsup lim␣sup the upper limit
    varliminf liminf lim␣inf the lower limit
    arctg arctg arctg arctangent
    arcctg arcctg arcctg arccotangent
    tg tg tg tangent
    ctg,cotg cot cot cotangent
    cosec cosec cosec cosecant
    th tanh tanh
    cth coth coth
    intop ∫ int the integral
    oiint ∯ oiint the surface integral
    oiiint ∰ oiiint the volume integral
    iiiint ⨌ iiiint the quadruple integral
    biguplus ⨄ union the disjoint union
    bigsqcup ⨆ union the join
    bigsqcap ⨅ meet the meet
    bigtimes ⨉ x the Cartesian product
    """

  private static let binaries = """
    bigcirc ◯ o circle
    bigtriangledown ▽ v triangle down
    bull • * bullet
    sdot · * times
    plusmn ± +- plus or minus
    boxminus ⊟ [-] boxed minus
    boxdot ⊡ [.] boxed dot
    circledast ⊛ (*) convolved with
    circledcirc ⊚ (o) ring
    circleddash ⊝ (-) circled dash
    divideontimes ⋇ * divided on times
    doublecap,Cap ⋒ intersect intersected with
    doublecup,Cup ⋓ union in union with
    curlyvee ⋎ or or
    curlywedge ⋏ and and
    barwedge ⊼ nand nand
    doublebarwedge ⩞ nand nand
    veebar ⊻ xor exclusive or
    leftthreetimes ⋋ x left semidirect times
    rightthreetimes ⋌ x right semidirect times
    lhd ⊲ <| triangle left
    rhd ⊳ |> triangle right
    unlhd ⊴ <| triangle left
    unrhd ⊵ |> triangle right
    minuso ⦵ - struck minus
    """

  private static let relations = """
    preccurlyeq,preccurlyeqq ≼ <= precedes or equals
    succcurlyeq ≽ >= succeeds or equals
    precsim ≾ <~ precedes or is similar to
    succsim ≿ >~ succeeds or is similar to
    precapprox ⪷ <~ precedes or is about
    succapprox ⪸ >~ succeeds or is about
    curlyeqprec ⋞ <= equals or precedes
    curlyeqsucc ⋟ >= equals or succeeds
    lessapprox ⪅ <~ is at most about
    gtrapprox ⪆ >~ is at least about
    eqslantless ⪕ <= is at most
    eqslantgtr ⪖ >= is at least
    lessgtr ≶ <> is less or greater than
    gtrless ≷ <> is greater or less than
    lesseqgtr,lesseqqgtr ⋚ <=> is less than, equal to or greater than
    gtreqless,gtreqqless ⋛ >=< is greater than, equal to or less than
    lessdot ⋖ < is less than
    gtrdot ⋗ > is greater than
    gggtr ⋙ >>> is very much greater than
    llless ⋘ <<< is very much less than
    sqsubset ⊏ < is below
    sqsupset ⊐ > is above
    Subset,Sub ⋐ subset␣of is a subset of
    Supset ⋑ superset␣of is a superset of
    sub ⊂ subset␣of is a subset of
    sube,subseteqq ⊆ subset␣of is a subset of or equals
    supe,supseteqq ⊇ superset␣of is a superset of or equals
    Vdash ⊩ ||- forces
    Vvdash ⊪ |||- proves
    trianglelefteq ⊴ <| is a normal part of
    trianglerighteq ⊵ |> contains as a normal part
    vartriangleleft ⊲ <| is a normal part of
    vartriangleright ⊳ |> contains as a normal part
    blacktriangleleft ◀ <| triangle left
    blacktriangleright ▶ |> triangle right
    between ≬ between between
    pitchfork ⋔ fork fork
    backsim ∽ ~ is similar to
    backsimeq ⋍ ~= is similar to
    eqsim ≂ ~= is about
    eqcirc ≖ = equals
    circeq ≗ = equals
    bumpeq ≏ = equals about
    Bumpeq ≎ == equals about
    Doteq,doteqdot ≑ = equals
    fallingdotseq ≒ ~= is about
    risingdotseq ≓ ~= is about
    Coloneq,Coloneqq,dblcoloneq ⩴ ::= is defined as
    eqqcolon,eqcolon,Eqcolon ≕ =: defines
    Colon,dblcolon ∷ :: in the ratio of
    vcentcolon,ordinarycolon : : such that
    colonsim,simcolon ∼ :~ is similar to
    colonapprox,approxcolon ≈ :~ is about
    multimap ⊸ -o maps to
    origof ⊶ o- original of
    imageof ⊷ -o image of
    shortmid | | divides
    shortparallel ∥ || parallel to
    smallsmile ⌣ ~ smile
    smallfrown ⌢ ~ frown
    Join ⋈ |x| joined with
    indep,independent,Perp ⫫ _||_ is independent of
    backepsilon ∍ such␣that such that
    """

  private static let negations = """
    ngeqq,ngeqslant ≱ !>= is not at least
    nleqq,nleqslant ≰ !<= is not at most
    gneq,gneqq,gvertneqq ≩ > is greater than but not equal to
    lneq,lneqq,lvertneqq ≨ < is less than but not equal to
    gnsim,gnapprox ⋧ > is greater than but not about
    lnsim,lnapprox ⋦ < is less than but not about
    nprec ⊀ !< does not precede
    nsucc ⊁ !> does not succeed
    npreceq ⋠ !<= does not precede or equal
    nsucceq ⋡ !>= does not succeed or equal
    precnsim,precneqq,precnapprox ⋨ < precedes but is not
    succnsim,succneqq,succnapprox ⋩ > succeeds but is not
    nsupseteq,nsupseteqq ⊉ not␣superset␣of is not a superset of
    nsubseteqq ⊈ not␣in is not a subset of
    supsetneq,supsetneqq,varsupsetneq,varsupsetneqq ⊋ superset␣of is a proper superset of
    nsubset ⊄ not␣in is not a subset of
    nsupset ⊅ not␣superset␣of is not a superset of
    nequiv ≢ !== is not identical to
    napprox ≉ !~= is not about
    subsetneqq,varsubsetneq,varsubsetneqq ⊊ subset␣of is a proper subset of
    notni ∌ lacks does not contain
    nshortmid ∤ !| does not divide
    nshortparallel ∦ !|| is not parallel to
    nvdash ⊬ !|- does not prove
    nvDash ⊭ !|= does not model
    nVdash ⊮ !||- does not force
    nVDash ⊯ !||= does not model
    ntriangleleft ⋪ !<| is no normal part of
    ntriangleright ⋫ !|> contains not as a normal part
    ntrianglelefteq ⋬ !<| is no normal part of
    ntrianglerighteq ⋭ !|> contains not as a normal part
    nleftarrow ↚ !<- not from
    nleftrightarrow ↮ !<-> not both ways
    nLeftarrow ⇍ !<= is not implied by
    nRightarrow ⇏ !=> does not imply
    nLeftrightarrow ⇎ !<=> not if and only if
    """

  private static let arrows = """
    larr ← <- from
    rarr → -> to
    harr,lrarr ↔ <-> both ways
    uarr ↑ ^ up
    darr ↓ v down
    lArr,Larr ⇐ <= is implied by
    rArr,Rarr ⇒ => implies
    hArr,Harr,lrArr,Lrarr ⇔ <=> if and only if
    uArr,Uarr ⇑ ^ up
    dArr,Darr ⇓ v down
    Updownarrow ⇕ ^v up and down
    leftarrowtail ↢ <-< from
    rightarrowtail ↣ >-> to
    twoheadleftarrow ↞ <<- from
    leftleftarrows ⇇ <= from
    upuparrows ⇈ ^ up
    downdownarrows ⇊ v down
    leftrightarrows ⇆ <-> both ways
    rightleftarrows ⇄ <-> both ways
    leftrightharpoons ⇋ <=> in balance with
    leftharpoonup ↼ <- from
    leftharpoondown ↽ <- from
    rightharpoondown ⇁ -> to
    upharpoonleft ↿ ^ up
    upharpoonright,restriction ↾ | restricted to
    downharpoonleft ⇃ v down
    downharpoonright ⇂ v down
    leftrightsquigarrow ↭ <~> both ways
    looparrowleft ↫ <- from
    looparrowright ↬ -> to
    curvearrowleft ↶ <- from
    curvearrowright ↷ -> to
    circlearrowleft ↺ <- around
    circlearrowright ↻ -> around
    dashleftarrow ⇠ <-- from
    dashrightarrow ⇢ --> to
    Lleftarrow ⇚ <= is implied by
    Rrightarrow ⇛ => implies
    Lsh ↰ <- from
    Rsh ↱ -> to
    """

  private static let openings = """
    lparen ( ( open paren
    lang ⟨ < open angle
    llbracket ⟦ [[ open bracket
    lBrace ⦃ {| open brace
    llcorner ⌞ ' open corner
    lmoustache ⎰ ( open brace
    """

  private static let closings = """
    rparen ) ) close paren
    rang ⟩ > close angle
    rrbracket ⟧ ]] close bracket
    rBrace ⦄ |} close brace
    lrcorner ⌟ ' close corner
    rmoustache ⎱ ) close brace
    """
}
