package org.taskaffinity.scripts.shell;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Source;
import org.taskaffinity.dsl.Sweep;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;

/** Names that may stand within quotes: data sets, tasks, columns and files. */
final class QuotedNames {
  private static final Pattern DATASET =
      Pattern.compile("dataset\\(\\s*\"([^\"]*)\"(?:\\s*,\\s*\"([^\"]*)\")?");
  private static final Pattern WORD = Pattern.compile("(?<![\\w.\"])[A-Za-z_$][\\w$]*");
  private static final Set<String> TASKS = Set.of("task", "classification", "regression", "tasks");
  private static final Set<String> OF_MATRIX = Set.of("at", "index", "select", "order");
  private static final Set<String> COLUMNS = Set.of("smiles", "features", "columnSplit");
  private static final Set<String> FILES =
      Set.of("draw", "save", "report", "data", "out", "Path", "File");

  private final Supplier<List<Variable>> variables;
  private final Map<String, List<String>> found = new LinkedHashMap<>();

  QuotedNames(Supplier<List<Variable>> variables) {
    this.variables = variables;
  }

  List<Candidate> of(Quoted place) {
    String verb = place.verb();
    boolean data = verb.equals("dataset") && place.receiver().isEmpty();
    if (data && place.argument() == 0 || verb.equals("fetch") || verb.equals("locate")) {
      return catalogue(place.prefix());
    }
    if (data && place.argument() == 1) {
      return FileNames.of(place.prefix(), FileNames::table);
    }
    boolean path = verb.equals("of") && place.receiver().equals("Path") || FILES.contains(verb);
    if (path || place.receiver().equals("Files") || place.receiver().equals("Paths")) {
      return FileNames.of(place.prefix(), any -> true);
    }
    if (COLUMNS.contains(verb)) {
      return named(columns(place), place, Candidate.Kind.COLUMN);
    }
    if (TASKS.contains(verb)) {
      return named(tasks(place, Dataset.class::isInstance), place, Candidate.Kind.TASK);
    }
    boolean listed = verb.equals("of") && place.receiver().equals("List");
    if (OF_MATRIX.contains(verb)
        || listed && place.before().matches("(?s).*\\b(select|order)\\(.*")) {
      return named(tasks(place, any -> true), place, Candidate.Kind.TASK);
    }
    return List.of();
  }

  private List<Candidate> catalogue(String prefix) {
    return runner().stream()
        .flatMap(r -> r.catalogue().stream())
        .filter(e -> begins(e.name(), prefix))
        .map(e -> Candidate.plain(e.name(), Candidate.Kind.DATASET, words(e)))
        .toList();
  }

  private static String words(CatalogueEntry entry) {
    int tasks = entry.tasks().size();
    String title = entry.title().equals(entry.name()) ? "" : entry.title() + ", ";
    return String.format(Locale.ROOT, "%s%,d rows", title, entry.rows())
        + (tasks == 0 ? "" : ", " + tasks + " tasks");
  }

  private static boolean begins(String name, String prefix) {
    return name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
  }

  /** Names that begin with what is written, or else hold it. */
  private static List<Candidate> named(
      Collection<String> names, Quoted place, Candidate.Kind kind) {
    String prefix = place.prefix().toLowerCase(Locale.ROOT);
    List<String> fitting = names.stream().filter(n -> begins(n, prefix)).toList();
    List<String> chosen =
        fitting.isEmpty()
            ? names.stream().filter(n -> n.toLowerCase(Locale.ROOT).contains(prefix)).toList()
            : fitting;
    return chosen.stream()
        .map(n -> n.replace("\\", "\\\\").replace("\"", "\\\""))
        .map(n -> Candidate.plain(n, kind, ""))
        .toList();
  }

  private Collection<String> tasks(Quoted place, Predicate<Object> wanted) {
    Optional<Dataset> written = written(place.before());
    if (written.isPresent() && place.receiver().indexOf('(') != 0) {
      return tasks(written.get());
    }
    return mentioned(place)
        .map(this::tasksOf)
        .filter(names -> !names.isEmpty())
        .orElseGet(() -> all(wanted));
  }

  /** The tasks of everything alive in the session. */
  private Collection<String> all(Predicate<Object> wanted) {
    return variables.get().stream()
        .map(Variable::object)
        .filter(wanted)
        .flatMap(o -> tasksOf(o).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The variable that the call is about: what it is called on, or else the last one named. */
  private Optional<Object> mentioned(Quoted place) {
    Map<String, Object> known = new LinkedHashMap<>();
    variables.get().stream()
        .filter(v -> v.object() != null)
        .forEach(v -> known.put(v.name(), v.object()));
    Matcher root = WORD.matcher(place.receiver());
    Object last = root.lookingAt() ? known.get(root.group()) : null;
    if (last != null && !tasksOf(last).isEmpty()) {
      return Optional.of(last);
    }
    Matcher words = WORD.matcher(place.before());
    while (words.find()) {
      Object named = known.get(words.group());
      last = named != null && !tasksOf(named).isEmpty() ? named : last;
    }
    return Optional.ofNullable(last);
  }

  private static Optional<Dataset> written(String before) {
    Matcher dataset = DATASET.matcher(before);
    Dataset last = null;
    while (dataset.find()) {
      try {
        Source source =
            dataset.group(2) == null
                ? new Source.Catalogue(dataset.group(1))
                : new Source.File(dataset.group(1), dataset.group(2), "", "", List.of());
        last = new Dataset(source, List.of(), org.taskaffinity.dsl.Duplicates.KEEP, 0, 0);
      } catch (AffinityException e) {
        return Optional.empty(); // half written
      }
    }
    return Optional.ofNullable(last);
  }

  private Collection<String> tasksOf(Object value) {
    if (value instanceof TaskMatrix matrix) {
      return matrix.tasks();
    } else if (value instanceof Result result) {
      return result.affinity().tasks();
    } else if (value instanceof Results results) {
      return results.each().isEmpty() ? List.of() : tasksOf(results.each().get(0));
    } else if (value instanceof Pooled pooled) {
      return pooled.affinity().tasks();
    } else if (value instanceof Audit audit) {
      return audit.jaccard().tasks();
    } else if (value instanceof Plan plan) {
      return plan.tasks().stream().map(Task::name).toList();
    } else if (value instanceof TaskGroups groups) {
      return groups.order();
    } else if (value instanceof Figure.HeatMap map) {
      return map.matrix().tasks();
    } else if (value instanceof Experiment experiment) {
      return tasks(experiment.data());
    } else if (value instanceof Sweep sweep) {
      return tasks(sweep.base().data());
    }
    return value instanceof Dataset data ? tasks(data) : List.of();
  }

  private Collection<String> tasks(Dataset data) {
    return data.chosen().isEmpty()
        ? inSource(data.source(), CatalogueEntry::tasks)
        : data.chosen().stream().map(Task::name).toList();
  }

  /** The names that a source offers; of a catalogue's data set its tasks where it lists them. */
  private List<String> inSource(
      Source source, java.util.function.Function<CatalogueEntry, List<Task>> listed) {
    return source.fold(
        new Source.Cases<>() {
          @Override
          public List<String> catalogue(Source.Catalogue s) {
            return entry(s.name())
                .map(e -> listed.apply(e).stream().map(Task::name).toList())
                .filter(names -> !names.isEmpty())
                .orElseGet(() -> found.computeIfAbsent(s.name(), QuotedNames.this::header));
          }

          @Override
          public List<String> file(Source.File s) {
            return FileNames.columns(Path.of(s.path()));
          }

          @Override
          public List<String> planted(Source.Planted s) {
            return s.truth().tasks();
          }
        });
  }

  private List<String> header(String name) {
    return entry(name)
        .flatMap(e -> runner())
        .flatMap(r -> r.locate(name).path())
        .map(FileNames::columns)
        .orElse(List.of());
  }

  private Collection<String> columns(Quoted place) {
    Optional<Dataset> data =
        written(place.before())
            .or(() -> mentioned(place).filter(Dataset.class::isInstance).map(Dataset.class::cast));
    return data.map(d -> inSource(d.source(), e -> List.of())).orElse(List.of());
  }

  private Optional<CatalogueEntry> entry(String name) {
    return runner().stream()
        .flatMap(r -> r.catalogue().stream())
        .filter(e -> e.name().equals(name))
        .findFirst();
  }

  private Optional<Runner> runner() {
    return variables.get().stream()
        .map(Variable::object)
        .filter(Runner.class::isInstance)
        .map(Runner.class::cast)
        .findFirst();
  }
}
