/// The symbols: one row each, `names unicode ascii spoken words`. Names are joined by commas, `␣` is a space, and
/// without words the ASCII form is spoken.
enum MathSymbolData {
  /// Commands, by class.
  static let sections: [(AtomClass, String)] = [
    (.ordinary, letters), (.ordinary, marks), (.operation, functions), (.operation, largeOperators),
    (.binary, binaries), (.relation, relations), (.relation, negations), (.relation, arrows),
    (.opening, openings), (.closing, closings), (.ordinary, bars), (.punctuation, punctuation),
  ]

  /// Characters typed as themselves.
  static let typed: [(AtomClass, String)] = [
    (.binary, "- − - minus\n+ + + plus\n* * * star\n± ± +- plus or minus"),
    (.relation, "= = = equals\n< < < is less than\n> > > is greater than\n: : : such that"),
    (.opening, "( ( ( open paren\n[ [ [ open bracket"),
    (.closing, ") ) ) close paren\n] ] ] close bracket\n! ! ! factorial\n? ? ? question mark"),
    (.punctuation, ", , , ,\n; ; ; ;"),
    (.ordinary, "/ / / over\n| | | bar\n. . . point\n\" \" \" quote\n@ @ @ at\n` ` ` quote"),
  ]

  private static let letters = """
    alpha α alpha
    beta β beta
    gamma γ gamma
    delta δ delta
    epsilon,varepsilon ε epsilon
    zeta ζ zeta
    eta η eta
    theta θ theta
    vartheta ϑ theta variant theta
    iota ι iota
    kappa,varkappa κ kappa
    lambda λ lambda
    mu μ mu
    nu ν nu
    xi ξ xi
    omicron ο omicron
    pi π pi
    varpi ϖ pi variant pi
    rho ρ rho
    varrho ϱ rho variant rho
    sigma σ sigma
    varsigma ς sigma final sigma
    tau τ tau
    upsilon υ upsilon
    phi,varphi φ phi
    chi χ chi
    psi ψ psi
    omega ω omega
    Alpha Α Alpha
    Beta Β Beta
    Gamma,varGamma Γ Gamma
    Delta,varDelta Δ Delta
    Epsilon Ε Epsilon
    Zeta Ζ Zeta
    Eta Η Eta
    Theta,varTheta Θ Theta
    Iota Ι Iota
    Kappa Κ Kappa
    Lambda,varLambda Λ Lambda
    Mu Μ Mu
    Nu Ν Nu
    Xi,varXi Ξ Xi
    Omicron Ο Omicron
    Pi,varPi Π Pi
    Rho Ρ Rho
    Sigma,varSigma Σ Sigma
    Tau Τ Tau
    Upsilon,varUpsilon Υ Upsilon
    Phi,varPhi Φ Phi
    Chi Χ Chi
    Psi,varPsi Ψ Psi
    Omega,varOmega Ω Omega
    """

  private static let marks = """
    ell ℓ l
    hbar,hslash ℏ hbar h bar
    imath ı i
    jmath ȷ j
    Re ℜ Re the real part of
    Im ℑ Im the imaginary part of
    wp ℘ p
    aleph ℵ aleph
    partial ∂ d partial
    nabla ∇ grad the gradient of
    infty ∞ inf infinity
    forall ∀ for␣all for all
    exists ∃ exists there exists
    nexists ∄ no there is no
    emptyset,varnothing ∅ {} the empty set
    top,intercal ⊤ T top
    bot ⊥ _|_ perpendicular
    angle ∠ angle
    triangle,bigtriangleup △ triangle
    square,Box □ [] square
    blacksquare,qed ■ [] end of proof
    diamond,Diamond ◇ <> diamond
    checkmark,cmark ✓ yes check
    xmark ✗ no cross
    neg,lnot ¬ not not
    prime ′ ' prime
    backprime ‵ ` back prime
    degree ° deg degrees
    ldots,dots,dotsc,textellipsis … ... and so on
    cdots,dotsb,dotsm,dotsi ⋯ ... and so on
    vdots ⋮ : and so on down
    ddots ⋱ ... and so on down
    iddots,adots ⋰ ... and so on up
    dagger † + dagger
    ddagger ‡ ++ double dagger
    bigstar ⋆ * star
    surd √ sqrt root
    S § sec. section
    P ¶ par. paragraph
    copyright © (c) copyright
    pounds £ GBP pounds
    euro € EUR euros
    % % % percent
    $ $ $ dollars
    # # # number
    & & & and
    _ _ _ underscore
    slash / / over
    lbrack [ [ open bracket
    rbrack ] ] close bracket
    textasciitilde ~ ~ tilde
    textbackslash ∖ / backslash
    textdegree ° deg degrees
    textmu μ u micro
    """

  private static let functions = """
    log log log
    ln ln ln the natural log of
    lg lg lg
    exp exp exp
    sin sin sin sine
    cos cos cos cosine
    tan tan tan tangent
    cot cot cot cotangent
    sec sec sec secant
    csc csc csc cosecant
    sinh sinh sinh
    cosh cosh cosh
    tanh tanh tanh
    coth coth coth
    arcsin arcsin arcsin
    arccos arccos arccos
    arctan arctan arctan
    lim lim lim the limit
    limsup limsup lim␣sup the upper limit
    liminf liminf lim␣inf the lower limit
    max max max the maximum
    min min min the minimum
    sup sup sup the supremum
    inf inf inf the infimum
    argmax argmax argmax the arg max
    argmin argmin argmin the arg min
    arg arg arg
    det det det the determinant of
    dim dim dim the dimension of
    ker ker ker the kernel of
    gcd gcd gcd
    hom hom hom
    deg deg deg the degree of
    Pr Pr Pr the probability of
    """

  private static let largeOperators = """
    sum ∑ sum the sum
    prod ∏ prod the product
    coprod ∐ coprod the coproduct
    int ∫ int the integral
    smallint ∫ int the integral
    iint ∬ iint the double integral
    iiint ∭ iiint the triple integral
    idotsint ∫⋯∫ int...int the multiple integral
    oint ∮ oint the contour integral
    bigcup ⋃ union the union
    bigcap ⋂ intersection the intersection
    bigoplus ⨁ (+) the direct sum
    bigotimes ⨂ (x) the tensor product
    bigodot ⨀ (.) the elementwise product
    bigvee ⋁ or the disjunction
    bigwedge ⋀ and the conjunction
    """

  private static let binaries = """
    pm ± +- plus or minus
    mp ∓ -+ minus or plus
    times × x times
    div ÷ / divided by
    cdot,centerdot · * times
    cdotp · * times
    ast * * star
    star ⋆ * star
    circ ∘ o composed with
    bullet • * bullet
    odot ⊙ (.) elementwise times
    otimes ⊗ (x) tensor
    oplus ⊕ (+) circled plus
    ominus ⊖ (-) circled minus
    oslash ⊘ (/) elementwise divided by
    cap ∩ intersect intersected with
    cup ∪ union in union with
    sqcap ⊓ and meet
    sqcup ⊔ or join
    uplus ⊎ (+) in disjoint union with
    vee,lor ∨ or or
    wedge,land ∧ and and
    setminus,smallsetminus ∖ - without
    backslash ∖ - backslash
    wr ≀ wr
    amalg ⨿ amalg
    dotplus ∔ + dotted plus
    ltimes ⋉ x left semidirect times
    rtimes ⋊ x right semidirect times
    boxplus ⊞ [+] boxed plus
    boxtimes ⊠ [x] boxed times
    triangleleft ◁ <| triangle left
    triangleright ▷ |> triangle right
    """

  private static let relations = """
    le,leq,leqslant,leqq ≤ <= is at most
    ge,geq,geqslant,geqq ≥ >= is at least
    lt < < is less than
    gt > > is greater than
    ll ≪ << is much less than
    gg ≫ >> is much greater than
    lll ⋘ <<< is very much less than
    ggg ⋙ >>> is very much greater than
    lesssim ≲ <~ is at most about
    gtrsim ≳ >~ is at least about
    ne,neq ≠ != does not equal
    equiv ≡ == is identical to
    approx,thickapprox ≈ ~= is about
    approxeq ≊ ~= is about or equal to
    sim,thicksim ∼ ~ is distributed as
    simeq ≃ ~= is similar to
    cong ≅ ~= is congruent to
    asymp ≍ ~ is asymptotic to
    doteq ≐ = approaches
    propto,varpropto ∝ prop.␣to is proportional to
    in,isin ∈ in in
    ni,owns ∋ contains contains
    subset ⊂ subset␣of is a subset of
    supset ⊃ superset␣of is a superset of
    subseteq ⊆ subset␣of is a subset of or equals
    supseteq ⊇ superset␣of is a superset of or equals
    sqsubseteq ⊑ <= is below or equals
    sqsupseteq ⊒ >= is above or equals
    prec ≺ < precedes
    succ ≻ > succeeds
    preceq ⪯ <= precedes or equals
    succeq ⪰ >= succeeds or equals
    mid | | given
    parallel ∥ || parallel to
    perp ⊥ _|_ perpendicular
    vdash ⊢ |- proves
    dashv ⊣ -| is proved by
    models,vDash ⊨ |= models
    coloneqq,coloneq,defeq ≔ := is defined as
    triangleq ≜ := is defined as
    bowtie ⋈ |x| joined with
    smile ⌣ ~ smile
    frown ⌢ ~ frown
    therefore ∴ therefore therefore
    because ∵ because because
    """

  private static let negations = """
    notin ∉ not␣in is not in
    nless ≮ !< is not less than
    ngtr ≯ !> is not greater than
    nleq ≰ !<= is not at most
    ngeq ≱ !>= is not at least
    nsim ≁ !~ is not distributed as
    ncong ≇ !~= is not congruent to
    nmid ∤ !| does not divide
    nparallel ∦ !|| is not parallel to
    nsubseteq ⊈ not␣in is not a subset of
    subsetneq ⊊ subset␣of is a proper subset of
    nrightarrow ↛ -/-> does not go to
    """

  private static let arrows = """
    to,rightarrow,longrightarrow → -> to
    gets,leftarrow,longleftarrow ← <- becomes
    leftrightarrow,longleftrightarrow ↔ <-> both ways
    Rightarrow,implies,Longrightarrow ⇒ => implies
    Leftarrow,impliedby,Longleftarrow ⇐ <= is implied by
    Leftrightarrow,iff,Longleftrightarrow ⇔ <=> if and only if
    mapsto,longmapsto ↦ |-> maps to
    hookrightarrow ↪ -> to
    hookleftarrow ↩ <- from
    uparrow ↑ ^ up
    downarrow ↓ v down
    updownarrow ↕ ^v up and down
    Uparrow ⇑ ^ up
    Downarrow ⇓ v down
    nearrow ↗ ^ up
    searrow ↘ v down
    swarrow ↙ v down
    nwarrow ↖ ^ up
    rightharpoonup ⇀ -> to
    rightleftharpoons ⇌ <=> in balance with
    rightrightarrows ⇉ => to
    leadsto,rightsquigarrow ⇝ ~> leads to
    twoheadrightarrow ↠ ->> onto
    """

  private static let openings = """
    { { { open brace
    lbrace { { open brace
    langle ⟨ < open angle
    lfloor ⌊ floor( the floor of
    lceil ⌈ ceil( the ceiling of
    lvert | | the absolute value of
    lVert ‖ || the norm of
    lgroup ( ( open paren
    ulcorner ⌜ ' open corner
    """

  private static let closings = """
    } } } close brace
    rbrace } } close brace
    rangle ⟩ > close angle
    rfloor ⌋ ) end floor
    rceil ⌉ ) end ceiling
    rvert | | end absolute value
    rVert ‖ || end norm
    rgroup ) ) close paren
    urcorner ⌝ ' close corner
    """

  private static let bars = """
    |,Vert ‖ || norm
    vert | | bar
    """

  private static let punctuation = """
    cdotp · * times
    ldotp . . point
    colon : : :
    """
}
