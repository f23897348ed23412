package org.kaiyuan.platform.imports;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The tables in which one module keeps its imports ({@code import_job}, {@code import_chunk}, {@code import_error},
 * {@code import_mapping} and {@code import_likely} of its schema), and what its word is in paths, jobs and messages.
 *
 * @param word of the module, a constant
 * @param manner how the rows are taken
 * @param changes whether an import also changes records that are there, so that {@code import_job.changed} is counted
 * @param argued whether reasons have arguments, in {@code import_error.arguments}
 */
public record ImportTables(String word, Manner manner, boolean changes, boolean argued) {
    private static final Pattern NAME = Pattern.compile("[a-z_]+");

    public ImportTables {
        refuseNoName(word);
    }

    /**
     * What the module asks besides the columns: a column of {@code import_job}, written and read as text.
     *
     * @param type of the column
     * @param first what it holds until somebody says
     */
    public record Manner(String column, String type, String first) {
        public Manner {
            refuseNoName(column);
            refuseNoName(type);
        }
    }

    private static void refuseNoName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of a schema, column or type: " + name);
        }
    }

    /** The statement about the module's own tables, which it calls {@code {word}.import_job}. */
    String in(String sql) {
        return sql.replace("{word}", word);
    }

    /** Of the background work that runs an import. */
    public String kind() {
        return word + ".import";
    }

    /** Of the background work that takes one back. */
    public String undoKind() {
        return word + ".import.undo";
    }

    /** A message of the module about its imports. */
    String message(String what) {
        return word + ".import." + what;
    }

    /** Of the page that shows it. */
    String pathOf(UUID id) {
        return "/" + word + "/imports/" + id;
    }
}
