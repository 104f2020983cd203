/// Operators and names that authors of this field define for themselves, as they are usually meant.
extension MathSymbolData {
  static let fieldSections: [(AtomClass, String)] = [
    (.ordinary, fieldNames), (.operation, fieldFunctions), (.relation, fieldRelations),
  ]

  private static let fieldNames = """
    L,Lagr,Loss,Ls ℒ L script L
    loss ℓ l
    Data,data,D 𝒟 D script D
    T,trans,transpose,tran ⊤ T transpose
    eps,veps ε epsilon
    half ½ (1/2) one half
    ones,1,one 𝟏 1
    zeros,zerovec,0 𝟎 0
    I,Id,eye I I
    ind,indicator,Ind 𝟙 1 the indicator of
    grad ∇ grad the gradient of
    EE,Ex,Expect,expect 𝔼 E
    PP,Prob,prob ℙ P
    RR ℝ R
    NN ℕ N
    ZZ ℤ Z
    bigO,BigO,bigo 𝒪 O
    d,dif,dd d d
    dx dx dx d x
    dt dt dt d t
    MSE MSE MSE
    RMSE RMSE RMSE
    MAE MAE MAE
    NLL NLL NLL
    ELBO,elbo ELBO ELBO
    CE CE CE
    BCE BCE BCE
    IoU IoU IoU
    TP TP TP
    FP FP FP
    TN TN TN
    FN FN FN
    TPR TPR TPR
    FPR FPR FPR
    AUC AUC AUC
    Acc,acc acc acc accuracy
    bias,Bias bias bias
    params params params
    iid,IID iid iid independent and identically distributed
    permil,textperthousand ‰ per␣mille
    micro µ u micro
    """

  private static let fieldFunctions = """
    DKL,dkl D_KL D_KL D sub KL
    Tr Tr Tr the trace of
    proj,Proj proj proj the projection of
    prox prox prox
    conv conv conv
    vol,Vol vol vol the volume of
    supp supp supp the support of
    dom dom dom the domain of
    range range range the range of
    Span,spn span span the span of
    Null null null the null space of
    vech vech vech
    var Var Var the variance of
    cov Cov Cov the covariance of
    Corr,corr Corr Corr the correlation of
    std std std the standard deviation of
    mean mean mean the mean of
    median median median the median of
    mode mode mode the mode of
    Unif,unif,Uniform Unif Unif
    Bern,Ber,Bernoulli Bern Bern
    Bin,Binomial Bin Bin
    Pois,Poisson Pois Pois
    Normal 𝒩 N the normal distribution
    Dir Dir Dir
    Cat Cat Cat
    Mult Mult Mult
    Geom Geom Geom
    polylog polylog polylog
    esssup ess␣sup ess␣sup the essential supremum
    essinf ess␣inf ess␣inf the essential infimum
    colim colim colim
    Hom Hom Hom
    poly poly poly
    argsort argsort argsort
    topk,TopK top-k top-k top k
    clip,clamp clip clip
    round,rnd round round
    Col,col Col Col the column space of
    Row,row Row Row the row space of
    Gam Gam Gam
    ord ord ord the order of
    head,Head head head
    logit logit logit
    expit expit expit
    softplus softplus softplus
    swish,Swish Swish Swish
    gelu,GELU GELU GELU
    SiLU,silu SiLU SiLU
    LeakyReLU LeakyReLU LeakyReLU
    LayerNorm,layernorm,LN LayerNorm LayerNorm
    RMSNorm,rmsnorm RMSNorm RMSNorm
    BatchNorm,BN BatchNorm BatchNorm
    Attention,attn,Attn Attention Attention
    MultiHead MultiHead MultiHead
    Concat,concat Concat Concat
    FFN FFN FFN
    MLP MLP MLP
    sinc sinc sinc
    lcm lcm lcm
    sech sech sech
    csch csch csch
    arsinh,arcsinh,asinh arsinh arsinh
    arcosh,arccosh,acosh arcosh arcosh
    artanh,arctanh,atanh artanh artanh
    """

  private static let fieldRelations = """
    given | | given
    colonequals,eqdef,isdef,defn ≔ := is defined as
    iidsim ∼ ~ is distributed as
    """
}
