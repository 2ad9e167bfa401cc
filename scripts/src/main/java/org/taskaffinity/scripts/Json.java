package org.taskaffinity.scripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.function.Function;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Difference;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.ImportedRun;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Pair;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.PooledTask;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Skill;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.dsl.SweepPlan;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;

/**
 * Results as JSON, under keys that stay: the names of the language's own components. A number that
 * is undefined is {@code null}.
 */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String text(ObjectNode document) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of plain nodes always prints", e);
    }
  }

  static <T> ArrayNode array(Collection<T> values, Function<T, ObjectNode> change) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    values.forEach(v -> out.add(change.apply(v)));
    return out;
  }

  static ArrayNode strings(Collection<?> values) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    values.forEach(v -> out.add(String.valueOf(v)));
    return out;
  }

  static ObjectNode result(Result r) {
    ObjectNode out = object().put("verdict", r.verdict()).put("comparison", r.comparison());
    out.set("experiment", experiment(r.experiment()));
    out.set("record", record(r.record()));
    out.put("folder", r.folder().toString());
    out.set("tasks", array(r.tasks(), Json::task));
    out.set("affinity", matrix(r.affinity()));
    out.set("conflictRate", matrix(r.conflictRate()));
    out.set("labelCorrelation", matrix(r.labelCorrelation()));
    out.set("overlap", matrix(r.overlap()));
    out.set("shared", matrix(r.shared()));
    out.set("relation", relation(r.relation()));
    out.set("groups", groups(r.groups()));
    out.set("pairs", array(r.pairs(), Json::pair));
    out.set("history", array(r.history(), Json::epoch));
    return out;
  }

  static ObjectNode pooled(Pooled p) {
    ObjectNode out = object().put("verdict", p.verdict()).put("comparison", p.comparison());
    out.set("experiment", experiment(p.experiment()));
    ArrayNode seeds = out.putArray("seeds");
    p.seeds().forEach(seeds::add);
    out.set("affinity", matrix(p.affinity()));
    out.set("spread", matrix(p.spread()));
    out.set("labelCorrelation", matrix(p.labelCorrelation()));
    out.set("overlap", matrix(p.overlap()));
    out.set("relation", relation(p.relation()));
    out.set("tasks", array(p.tasks(), Json::task));
    out.set("groups", groups(p.groups()));
    ObjectNode stability = out.putObject("stability");
    stability.set("together", matrix(p.stability().together()));
    number(stability, "agreement", p.stability().agreement());
    out.set("pairs", array(p.pairs(), Json::pair));
    return out;
  }

  static ObjectNode contrast(Contrast c) {
    ObjectNode out = object().put("verdict", c.verdict()).put("control", c.control().toString());
    out.set("experiment", experiment(c.experiment()));
    ArrayNode seeds = out.putArray("seeds");
    c.seeds().forEach(seeds::add);
    out.set("affinity", matrix(c.affinity()));
    out.set("controlAffinity", matrix(c.controlled()));
    out.set("difference", matrix(c.difference()));
    out.put("over", c.precision().over());
    out.set("standardErrors", matrix(c.precision().standardErrors()));
    out.set("low", matrix(c.precision().low()));
    out.set("high", matrix(c.precision().high()));
    out.set("adjustedP", matrix(c.precision().adjustedP()));
    out.set("relation", relation(c.relation()));
    out.set("controlRelation", relation(c.controlRelation()));
    return out;
  }

  static ObjectNode failed(Results.Failed f) {
    ObjectNode out = object();
    out.set("experiment", experiment(f.experiment()));
    return out.put("message", f.message());
  }

  static ObjectNode plan(Plan p) {
    ObjectNode out = object();
    out.set("experiment", experiment(p.experiment()));
    out.put("id", p.id()).put("stored", p.stored());
    out.set(
        "tasks",
        array(p.tasks(), t -> object().put("name", t.name()).put("type", t.type().name())));
    out.putObject("rows")
        .put("training", p.rows().training())
        .put("validation", p.rows().validation())
        .put("test", p.rows().test());
    out.put("overlap", p.overlap()).put("encoder", p.encoder());
    out.set("parameters", parameters(p.parameters()));
    out.put("stepsPerEpoch", p.stepsPerEpoch()).put("steps", p.steps());
    out.put("captures", p.captures()).put("captured", p.captured()).put("memory", p.memory());
    out.put("seconds", p.time().toMillis() / 1000.0);
    out.set("notes", strings(p.notes()));
    return out;
  }

  static ObjectNode sweepPlan(SweepPlan p) {
    ObjectNode out =
        object()
            .put("experiments", p.each().size())
            .put("stored", p.stored())
            .put("atOnce", p.atOnce())
            .put("memory", p.memory())
            .put("seconds", p.time().toMillis() / 1000.0);
    out.set("notes", strings(p.notes()));
    return out;
  }

  static ObjectNode audit(Audit a) {
    ObjectNode out = object().put("name", a.name()).put("molecules", a.molecules());
    ArrayNode counts = out.putArray("counts");
    a.counts().forEach(counts::add);
    out.set("shared", matrix(a.shared()));
    out.set("jaccard", matrix(a.jaccard()));
    out.set("ofSmaller", matrix(a.ofSmaller()));
    out.set("ofAll", matrix(a.ofAll()));
    out.set("notes", strings(a.notes()));
    out.set("columns", array(a.columns(), Json::column));
    return out;
  }

  private static ObjectNode column(ColumnRole c) {
    return object().put("column", c.column()).put("role", c.role().word()).put("why", c.why());
  }

  static ObjectNode state(DataState s) {
    ObjectNode out =
        object()
            .put("name", s.entry().name())
            .put("title", s.entry().title())
            .put("rows", s.entry().rows())
            .put("tasks", s.entry().tasks().size())
            .put("licence", s.entry().licence())
            .put("origin", s.entry().origin())
            .put("sha256", s.entry().sha256());
    out.put("path", s.path().map(Object::toString).orElse(null));
    out.put("found", s.sha256().orElse(null));
    return out.put("verified", s.verified());
  }

  static ObjectNode run(StoredRun r) {
    ObjectNode out = object().put("id", r.id()).put("state", r.state().name());
    out.put("name", r.name()).put("statement", r.description()).put("started", r.started());
    number(out, "seconds", r.seconds());
    out.put("steps", r.steps());
    number(out, "r", r.r());
    return out.put("folder", r.folder().toString()).put("problem", r.problem());
  }

  static ObjectNode difference(Difference d) {
    return object().put("part", d.part()).put("one", d.one()).put("other", d.other());
  }

  static ObjectNode brought(ImportedRun b) {
    ObjectNode out = object().put("there", b.there());
    out.set("run", run(b.run()));
    out.set("differing", strings(b.differing()));
    return out;
  }

  static ObjectNode speed(Speed s) {
    ObjectNode out = object().put("machine", s.machine());
    out.set("rows", array(s.rows(), Json::row));
    return out;
  }

  private static ObjectNode row(Speed.Row r) {
    ObjectNode out = object().put("work", r.work()).put("tasks", r.tasks());
    out.put("batches", r.batches()).put("atoms", r.atoms()).put("who", r.who());
    out.put("unit", r.unit()).put("rounds", r.rounds());
    number(out, "median", r.median());
    number(out, "low", r.low());
    number(out, "high", r.high());
    return out;
  }

  private static ObjectNode experiment(Experiment e) {
    return object().put("name", e.name()).put("seed", e.seed()).put("statement", e.toString());
  }

  private static ObjectNode record(RunRecord r) {
    ObjectNode out = object().put("id", r.id()).put("device", r.device());
    out.put("threads", r.threads()).put("started", r.started());
    number(out, "seconds", r.seconds());
    out.put("epochs", r.epochs()).put("steps", r.steps()).put("captures", r.captures());
    out.set("parameters", parameters(r.parameters()));
    ObjectNode data = out.putObject("data");
    r.data().forEach(data::put);
    ObjectNode versions = out.putObject("versions");
    r.versions().forEach(versions::put);
    out.set("notes", strings(r.notes()));
    return out;
  }

  private static ObjectNode parameters(RunRecord.Parameters p) {
    return object().put("encoder", p.encoder()).put("heads", p.heads());
  }

  private static ObjectNode task(TaskSummary t) {
    ObjectNode out = object().put("name", t.name()).put("type", t.type().name());
    out.put("measured", t.measured()).put("kept", t.kept());
    out.put("positives", t.positives() < 0 ? null : (Integer) t.positives());
    out.put("metric", t.metric().name());
    number(out, "validation", t.validation());
    number(out, "test", t.test());
    out.set("skill", skill(t.skill()));
    return out.put("learnt", t.learnt().name());
  }

  private static ObjectNode task(PooledTask t) {
    ObjectNode out = object().put("name", t.name()).put("type", t.type().name());
    out.put("measured", t.measured());
    number(out, "kept", t.kept());
    out.put("metric", t.metric().name());
    number(out, "validation", t.validation());
    out.set("validationInterval", interval(t.validationInterval()));
    number(out, "test", t.test());
    out.set("testInterval", interval(t.testInterval()));
    out.set("skill", skill(t.skill()));
    return out.put("learnt", t.learnt().name());
  }

  private static ObjectNode skill(Skill s) {
    ObjectNode out = object().put("measure", s.measure());
    number(out, "value", s.value());
    number(out, "chance", s.chance());
    number(out, "low", s.low());
    number(out, "high", s.high());
    return out.put("rows", s.rows()).put("part", s.part());
  }

  static ObjectNode relation(Relation r) {
    ObjectNode out = object().put("pairs", r.pairs()).put("skipped", r.skipped());
    out.set("pearson", association(r.pearson()));
    out.set("spearman", association(r.spearman()));
    return out;
  }

  private static ObjectNode association(Association a) {
    ObjectNode out = object();
    number(out, "value", a.value());
    number(out, "naiveP", a.naiveP());
    number(out, "mantelP", a.mantelP());
    out.put("permutations", a.permutations());
    out.set("intervals", array(a.intervals(), Json::interval));
    return out;
  }

  private static ObjectNode interval(Interval i) {
    ObjectNode out = object();
    number(out, "low", i.low());
    number(out, "high", i.high());
    number(out, "level", i.level());
    out.put("over", i.over()).put("method", i.method());
    return out.put("units", i.units()).put("replicates", i.replicates());
  }

  private static ObjectNode groups(TaskGroups g) {
    ObjectNode out = object().put("grouping", g.grouping().toString());
    ArrayNode groups = out.putArray("groups");
    g.groups().forEach(group -> groups.add(strings(group)));
    out.set("ungrouped", strings(g.ungrouped()));
    out.set("order", strings(g.order()));
    number(out, "silhouette", g.silhouette());
    ObjectNode structure = out.putObject("structure");
    number(structure, "p", g.structure().p());
    number(structure, "chance", g.structure().chance());
    structure.put("permutations", g.structure().permutations());
    return out.put("judgement", g.judgement());
  }

  private static ObjectNode pair(Pair p) {
    ObjectNode out = object().put("first", p.first()).put("second", p.second());
    number(out, "affinity", p.affinity());
    number(out, "conflictRate", p.conflictRate());
    number(out, "labelCorrelation", p.labelCorrelation());
    number(out, "overlap", p.overlap());
    out.put("shared", p.shared()).put("reading", p.reading().name());
    out.put("captures", p.captures() < 0 ? null : (Integer) p.captures());
    number(out, "standardError", p.standardError());
    number(out, "low", p.low());
    number(out, "high", p.high());
    out.put("over", p.over());
    number(out, "adjustedP", p.adjustedP());
    return out.put("distinguishable", p.distinguishable()).put("learnt", p.learnt().name());
  }

  private static ObjectNode epoch(Epoch e) {
    ObjectNode out = object().put("number", e.number());
    number(out, "learningRate", e.learningRate());
    e.trainingLoss().forEach(v -> number(out.withArray("trainingLoss"), v));
    e.validationLoss().forEach(v -> number(out.withArray("validationLoss"), v));
    e.metric().forEach(v -> number(out.withArray("metric"), v));
    return out;
  }

  private static ObjectNode matrix(TaskMatrix m) {
    ObjectNode out = object();
    out.set("tasks", strings(m.tasks()));
    ArrayNode rows = out.putArray("values");
    for (double[] row : m.values()) {
      ArrayNode cells = rows.addArray();
      for (double value : row) {
        number(cells, value);
      }
    }
    return out;
  }

  private static void number(ObjectNode out, String key, double value) {
    out.put(key, Double.isFinite(value) ? (Double) value : null);
  }

  private static void number(ArrayNode out, double value) {
    out.add(Double.isFinite(value) ? (Double) value : null);
  }
}
