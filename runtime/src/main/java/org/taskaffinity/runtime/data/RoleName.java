package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.ColumnRole;

/**
 * What a column is for, as far as its name tells. A name is compared without regard to case, blanks
 * and punctuation; in {@code Target_CID} the last word decides.
 */
enum RoleName {
  /** Tells rows apart: {@code id}, {@code PUBCHEM_SID}, {@code molregno}, {@code InChIKey}. */
  IDENTIFIER(ColumnRole.Role.IDENTIFIER, "identifier, by name"),
  /** Says how a row came to be or is used: weight, fold, batch, plate, source, date, purity. */
  BOOKKEEPING(ColumnRole.Role.BOOKKEEPING, "bookkeeping, by name"),
  /** Is computed from the molecule: MW, logP, TPSA, counts of bonds and rings, predictions. */
  DESCRIPTOR(ColumnRole.Role.DESCRIPTOR, "molecular descriptor, by name");

  private static final Set<String> IDENTIFIER_ENDS =
      Set.of(
          "id",
          "ids",
          "sid",
          "cid",
          "aid",
          "uid",
          "tid",
          "uuid",
          "guid",
          "idx",
          "index",
          "regno",
          "molregno",
          "inchikey",
          "inchi",
          "casrn",
          "barcode",
          "accession");

  private static final Set<String> IDENTIFIERS =
      Set.of(
          "cas",
          "casno",
          "casnr",
          "casnumber",
          "chembl",
          "rowname",
          "rownames",
          "title",
          "molname",
          "name",
          "registrynumber",
          "compoundnumber",
          "catalog",
          "catalogno",
          "catalognumber",
          "catno",
          "serialnumber",
          "rownumber",
          "rowno",
          "row");

  private static final Pattern UNNAMED = Pattern.compile("(?i)|unnamed: \\d+|column \\d+");

  /** Names that only number rows if their values do: assays are called NO and NR, too. */
  private static final Set<String> NUMBERS =
      Set.of("no", "nr", "num", "number", "n", "entry", "code", "sample", "compound", "molecule");

  private static final Set<String> BOOKKEEPINGS =
      Set.of(
          "weight",
          "weights",
          "w",
          "fold",
          "folds",
          "cv",
          "split",
          "splits",
          "subset",
          "set",
          "partition",
          "train",
          "test",
          "valid",
          "validation",
          "istrain",
          "istest",
          "batch",
          "batchno",
          "batchnr",
          "plate",
          "plateno",
          "well",
          "wellrow",
          "wellcol",
          "wellcolumn",
          "col",
          "column",
          "replicate",
          "replicates",
          "rep",
          "reps",
          "nreplicates",
          "run",
          "runno",
          "lot",
          "lotno",
          "vial",
          "order",
          "rank",
          "position",
          "source",
          "origin",
          "reference",
          "references",
          "ref",
          "doi",
          "pmid",
          "patent",
          "journal",
          "author",
          "year",
          "documentyear",
          "publicationyear",
          "date",
          "datetime",
          "timestamp",
          "created",
          "updated",
          "modified",
          "version",
          "url",
          "purity",
          "purity%",
          "qc",
          "quality",
          "flag",
          "comment",
          "comments",
          "remark",
          "remarks",
          "note",
          "notes",
          "confidence",
          "confidencescore",
          "status",
          "vendor",
          "supplier",
          "operator",
          "price",
          "cost",
          "maxphase",
          "moleculemaxphase",
          "sd",
          "std",
          "stdev",
          "stddev",
          "stderr",
          "sem",
          "error",
          "uncertainty",
          "species");

  private static final Pattern BOOKKEEPING_FORMS =
      Pattern.compile(
          "w\\d+|weight\\d+|fold\\d+|split\\d+"
              + "|(sample|class|task|label|row|instance|loss|data)weights?"
              + "|(random|scaffold|cluster|temporal|time|cv|outer|inner|kfold|data)(split|fold)s?"
              + "|fold(id|no|nr|number|index)|(train|training|test|valid|validation)set|purity.*|(run|plate|batch)number");

  /** The last word of a column that says how sure another one is. */
  private static final Set<String> SPREADS =
      Set.of("sd", "std", "stdev", "stddev", "stderr", "sem");

  private static final Set<String> DESCRIPTORS =
      Set.of(
          "mw",
          "amw",
          "mwt",
          "molwt",
          "molweight",
          "molecularweight",
          "molarmass",
          "molecularmass",
          "exactmolwt",
          "exactmass",
          "monoisotopicmass",
          "averagemass",
          "mass",
          "heavyatommolwt",
          "mwfreebase",
          "logp",
          "alogp",
          "clogp",
          "mlogp",
          "wlogp",
          "slogp",
          "xlogp",
          "xlogp2",
          "xlogp3",
          "xlogp3aa",
          "alogps",
          "mollogp",
          "crippenlogp",
          "cxlogp",
          "cxlogd",
          "cxlogd74",
          "cxacidicpka",
          "cxbasicpka",
          "clogd",
          "tpsa",
          "psa",
          "polarsurfacearea",
          "topologicalpolarsurfacearea",
          "hba",
          "hbd",
          "hbdcount",
          "hbacount",
          "hbonddonors",
          "hbondacceptors",
          "hbonddonorcount",
          "hbondacceptorcount",
          "hdonors",
          "hacceptors",
          "hbalipinski",
          "hbdlipinski",
          "rtb",
          "rotb",
          "rotbonds",
          "rotatablebonds",
          "rotatablebondcount",
          "rings",
          "ringcount",
          "aromaticrings",
          "aromaticringcount",
          "heavyatoms",
          "heavyatomcount",
          "heavycount",
          "nha",
          "atoms",
          "atomcount",
          "heteroatoms",
          "charge",
          "formalcharge",
          "netcharge",
          "totalcharge",
          "fractioncsp3",
          "fsp3",
          "fcsp3",
          "csp3",
          "qed",
          "qedweighted",
          "molmr",
          "molarrefractivity",
          "labuteasa",
          "chiralcenters",
          "chiralcentercount",
          "chiralcentres",
          "stereocenters",
          "stereocentres",
          "ro5",
          "ro5violations",
          "ruleof5",
          "ruleoffive",
          "lipinskiviolations",
          "violations",
          "ro3pass",
          "lipinski",
          "complexity",
          "bertzct",
          "balabanj",
          "hallkieralpha",
          "ipc",
          "sascore",
          "saxscore",
          "npscore",
          "nplikenessscore",
          "minimumdegree",
          "inorganicflag",
          "nhohcount",
          "nocount",
          "tanimoto",
          "similarity");

  private static final Pattern DESCRIPTOR_FORMS =
      Pattern.compile(
          "(num|numberof|countof|noof|n)?h(ydrogen)?(bond)?(donors?|acceptors?)s?(count)?"
              + "|(num|numberof|countof|noof|n)(rotatable|rot|aromatic|aliphatic|saturated|chiral"
              + "|stereo|heavy|hetero|spiro|bridgehead|valence|radical|amide|unspecified|atom|ring)"
              + "[a-z]*"
              + "|(num|numberof)(atoms|rings|bonds|electrons|carbons)"
              + "|(peoe|smr|slogp|estate)vsa\\d+|vsaestate\\d+|(max|min)(abs)?(estateindex"
              + "|partialcharge)|chi\\d+[nv]?|kappa[123]|bcut2d[a-z]+|fpdensitymorgan\\d");

  private static final Set<String> PREDICTIONS =
      Set.of("pred", "predicted", "prediction", "predictions", "calc", "calculated");

  private static final Set<String> DATES = Set.of("date", "datum");

  private static final Pattern FRAGMENT = Pattern.compile("fr_\\w+");
  private static final Pattern UNIT = Pattern.compile("\\s*[(\\[][^()\\[\\]]*[)\\]]$");
  private static final Pattern BOUNDARY =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private final Reason reason;

  RoleName(ColumnRole.Role role, String why) {
    this.reason = new Reason(role, why);
  }

  Reason reason() {
    return reason;
  }

  /** Empty where the name tells nothing; a unit in brackets behind it tells nothing, too. */
  static Optional<RoleName> of(String name) {
    String bare = UNIT.matcher(name).replaceFirst("");
    return bare.isEmpty() || bare.equals(name) ? bare(name) : bare(name).or(() -> bare(bare));
  }

  private static Optional<RoleName> bare(String name) {
    String key = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}%]", "");
    List<String> words = words(name);
    if (identifier(name) || IDENTIFIERS.contains(key)) {
      return Optional.of(IDENTIFIER);
    }
    if (DESCRIPTORS.contains(key)
        || DESCRIPTOR_FORMS.matcher(key).matches()
        || FRAGMENT.matcher(name).matches()
        || words.stream().anyMatch(PREDICTIONS::contains)) {
      return Optional.of(DESCRIPTOR);
    }
    return bookkeeping(name, key, words) ? Optional.of(BOOKKEEPING) : Optional.empty();
  }

  private static boolean bookkeeping(String name, String key, List<String> words) {
    return BOOKKEEPINGS.contains(key)
        || BOOKKEEPING_FORMS.matcher(key).matches()
        || words.size() > 1 && SPREADS.contains(words.get(words.size() - 1))
        || words.stream().anyMatch(DATES::contains)
        || name.startsWith("PUBCHEM_") && !name.equals("PUBCHEM_ACTIVITY_OUTCOME");
  }

  /** Whether the name alone says that the column tells rows apart. */
  static boolean identifier(String name) {
    List<String> words = words(name);
    return UNNAMED.matcher(name).matches()
        || !words.isEmpty() && IDENTIFIER_ENDS.contains(words.get(words.size() - 1));
  }

  private static List<String> words(String name) {
    return Arrays.stream(BOUNDARY.split(name)).map(w -> w.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether the name is one for numbers of rows, if its values are such. */
  static boolean mayNumber(String name) {
    return NUMBERS.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""));
  }
}
