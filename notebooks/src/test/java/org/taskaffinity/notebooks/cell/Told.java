package org.taskaffinity.notebooks.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.taskaffinity.notebooks.show.MimeBundle;

/** Outputs that are read afterwards. */
public final class Told implements Outputs {
  /** What came, in order: a word for each output and its plain text. */
  public final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  final List<MimeBundle> bundles = Collections.synchronizedList(new ArrayList<>());
  final StringBuffer out = new StringBuffer();
  final StringBuffer err = new StringBuffer();

  @Override
  public void print(Stream stream, String text) {
    (stream == Stream.STDOUT ? out : err).append(text);
    lines.add(stream.word() + " " + text);
  }

  @Override
  public void display(MimeBundle bundle, String id) {
    add("display", bundle);
  }

  @Override
  public void update(MimeBundle bundle, String id) {
    add("update", bundle);
  }

  @Override
  public void result(MimeBundle bundle) {
    add("result", bundle);
  }

  @Override
  public void error(CellFailure failure) {
    lines.add("error " + failure.plain());
  }

  private void add(String word, MimeBundle bundle) {
    bundles.add(bundle);
    lines.add(word + " " + bundle.data().get(MimeBundle.TEXT));
  }
}
