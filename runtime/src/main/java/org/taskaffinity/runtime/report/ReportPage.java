package org.taskaffinity.runtime.report;

import java.nio.file.Path;
import java.util.List;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;

/**
 * A page about a result: one HTML file that opens offline, in light and dark, on paper and on a
 * phone. The same result gives the same bytes.
 */
public final class ReportPage {
  /** What the file is called. */
  public static final String NAME = "report.html";

  /** What the page of an audit is called. */
  public static final String OVERLAP = "overlap.html";

  /** What the page to explore is called. */
  static final String EXPLORE = "interactive.html";

  private ReportPage() {}

  /** The page of one result, as HTML that is XML as well. */
  public static String of(Result result) {
    return ResultPage.html(result, false);
  }

  /** The page of a sweep or of several seeds, as HTML that is XML as well. */
  public static String of(Results results) {
    return ResultsPage.html(results, List.of(), false);
  }

  /**
   * Writes the page of a result; it appears whole or not at all.
   *
   * @return the file
   * @throws RunException if it cannot be written
   */
  public static Path write(Result result, Path folder) {
    return write(of(result), folder);
  }

  /**
   * Writes the page of a sweep; it appears whole or not at all.
   *
   * @return the file
   * @throws RunException if it cannot be written
   */
  public static Path write(Results results, Path folder) {
    return write(of(results), folder);
  }

  /**
   * Writes the page of a result, and one to explore its figures, linked from it.
   *
   * @return the page of the result
   * @throws RunException if one cannot be written
   */
  public static Path writeBoth(Result result, Path folder) {
    AtomicFiles.write(folder.resolve(EXPLORE), InteractivePage.of(result));
    return write(ResultPage.html(result, true), folder);
  }

  /**
   * Writes the page of a sweep, and one to explore its figures, linked from it.
   *
   * @param contrasts of the results with real labels and those under a control; may be empty
   * @return the page of the sweep
   * @throws RunException if one cannot be written
   */
  public static Path writeBoth(Results results, List<Contrast> contrasts, Path folder) {
    AtomicFiles.write(folder.resolve(EXPLORE), InteractivePage.of(results));
    return write(ResultsPage.html(results, contrasts, true), folder);
  }

  /** The page of an audit, as HTML that is XML as well. */
  public static String of(Audit audit) {
    return AuditPage.html(audit);
  }

  /**
   * Writes the page of an audit, {@code overlap.html}; it appears whole or not at all.
   *
   * @return the file
   * @throws RunException if it cannot be written
   */
  public static Path write(Audit audit, Path folder) {
    Path file = folder.resolve(OVERLAP);
    AtomicFiles.write(file, of(audit));
    return file;
  }

  private static Path write(String html, Path folder) {
    Path file = folder.resolve(NAME);
    AtomicFiles.write(file, html);
    return file;
  }
}
