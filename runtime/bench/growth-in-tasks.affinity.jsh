#!/usr/bin/env -S affinity run
// How a step and a capture grow with the number of tasks, from what `affinity bench --csv` wrote:
// a line that does not rise is a cost that grows no faster than linearly.
// affinity run growth-in-tasks.affinity.jsh --set csv=speed.csv --set to=growth.svg

Path csv = Path.of("speed.csv");
Path to = Path.of("growth.svg");

var lines = new java.util.ArrayList<Figure.Line>();
for (var work : List.of("step", "capture")) {
  var points = new java.util.TreeMap<Integer, Double>();
  for (var row : java.nio.file.Files.readAllLines(csv)) {
    // work,tasks,batches,atoms,who,unit,rounds,median,low,high
    var cells = row.replace("\"", "").split(",");
    if (cells.length == 10 && cells[0].equals(work) && cells[4].equals("java")) {
      points.put(Integer.valueOf(cells[1]), Double.valueOf(cells[7]));
    }
  }
  double[] tasks = points.keySet().stream().mapToDouble(k -> k).toArray();
  double[] each = points.entrySet().stream().mapToDouble(e -> e.getValue() / e.getKey()).toArray();
  lines.add(line(work, tasks, each));
}
curve("Cost of one task, batches of 32 molecules", "tasks K", "ms per task", lines.toArray(Figure.Line[]::new)).save(to.toString());
