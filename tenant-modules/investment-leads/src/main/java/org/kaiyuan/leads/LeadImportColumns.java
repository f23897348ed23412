package org.kaiyuan.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.imports.ColumnMapping;
import org.kaiyuan.platform.imports.ColumnWords;
import org.kaiyuan.platform.imports.ImportColumnsRefused;

/** What columns of a file of leads may hold. */
public final class LeadImportColumns {
    static final ColumnWords<LeadImportField> WORDS = new Words();

    private LeadImportColumns() {}

    /**
     * As a person says.
     *
     * @param columns one for each column, in their order; null for one that is not taken
     * @throws ImportColumnsRefused when no column holds project names, or two hold the same
     */
    public static ColumnMapping<LeadImportField> of(List<@Nullable LeadImportField> columns) {
        return ColumnMapping.of(WORDS, columns);
    }

    /** By what usually stands under such headings. */
    static List<@Nullable LeadImportField> guess(List<String> headings) {
        var guesses = new ArrayList<@Nullable LeadImportField>();
        headings.forEach(heading -> guesses.add(LeadImportField.guess(heading)));
        return guesses;
    }

    private static final class Words implements ColumnWords<LeadImportField> {
        @Override
        public Optional<LeadImportField> named(String apiName) {
            return LeadImportField.named(apiName);
        }

        @Override
        public String apiName(LeadImportField column) {
            return column.apiName();
        }

        @Override
        public Enum<?> field(LeadImportField column) {
            return column;
        }

        @Override
        public Object written(LeadImportField column) {
            return column;
        }

        @Override
        public LeadImportField leading() {
            return LeadImportField.PROJECT_NAME;
        }
    }
}
