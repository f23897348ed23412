package org.kaiyuan.enterprises;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.imports.ColumnGuess;
import org.kaiyuan.platform.imports.ColumnMapping;
import org.kaiyuan.platform.imports.ColumnWords;
import org.kaiyuan.platform.imports.ImportColumnsRefused;
import org.springframework.jdbc.core.JdbcTemplate;

/** What columns of a file of enterprises may hold. */
public final class ImportColumns {
    static final ColumnWords<ImportTarget> WORDS = new Words();

    private ImportColumns() {}

    /**
     * As a person says.
     *
     * @param columns one for each column, in their order; null for one that is not taken
     * @throws ImportColumnsRefused when no column holds names, two hold the same, or a year or kind is
     *     missing
     */
    public static ColumnMapping<ImportTarget> of(List<@Nullable ImportTarget> columns) {
        return ColumnMapping.of(WORDS, columns);
    }

    /** By what usually stands under such headings, and the qualifications that the zone knows. */
    static ColumnGuess<ImportTarget> guess(JdbcTemplate jdbc) {
        return new ColumnGuess<>() {
            @Override
            public List<@Nullable ImportTarget> guess(List<String> headings) {
                return ImportColumns.guess(headings, QualificationWords.read(jdbc));
            }

            @Override
            public void refuseUnknown(ColumnMapping<ImportTarget> mapping) {
                refuseUnknownKinds(mapping, QualificationWords.read(jdbc));
            }
        };
    }

    static List<@Nullable ImportTarget> guess(
            List<String> headings, QualificationWords qualifications) {
        boolean yearColumn =
                headings.stream().anyMatch(h -> ImportField.guess(h) == ImportField.YEAR);
        var guesses = new ArrayList<@Nullable ImportTarget>();
        headings.forEach(
                heading -> guesses.add(ImportGuess.of(heading, yearColumn, qualifications)));
        return guesses;
    }

    private static void refuseUnknownKinds(
            ColumnMapping<ImportTarget> mapping, QualificationWords qualifications) {
        mapping.columns().stream()
                .filter(Objects::nonNull)
                .filter(t -> t.field().of() == ImportField.Of.QUALIFICATION)
                .filter(t -> t.of() == null || !qualifications.isCode(t.of()))
                .findFirst()
                .ifPresent(unknown -> {
                    throw ImportColumnsRefused.unknownField(unknown.apiName());
                });
    }

    private static final class Words implements ColumnWords<ImportTarget> {
        @Override
        public Optional<ImportTarget> named(String apiName) {
            return ImportTarget.named(apiName);
        }

        @Override
        public String apiName(ImportTarget column) {
            return column.apiName();
        }

        @Override
        public Enum<?> field(ImportTarget column) {
            return column.field();
        }

        @Override
        public Object written(ImportTarget column) {
            return column.written();
        }

        @Override
        public String faultOf(ImportTarget column) {
            return column.field() == ImportField.CAPITAL_WAN
                    ? ImportField.CAPITAL.apiName()
                    : column.apiName();
        }

        @Override
        public String nowhere(String field) {
            return field.equals("row") ? "—" : field;
        }

        @Override
        public ImportTarget leading() {
            return ImportTarget.of(ImportField.NAME);
        }

        @Override
        public void refuseUnsaid(ColumnMapping<ImportTarget> mapping) {
            boolean yearColumn = mapping.positionOf(ImportTarget.of(ImportField.YEAR)) >= 0;
            for (var target : mapping.columns()) {
                if (target != null && target.of() == null) {
                    switch (target.field().of()) {
                        case YEAR -> {
                            if (!yearColumn) {
                                throw refused("yearless", target);
                            }
                        }
                        case QUALIFICATION -> throw refused("kindless", target);
                        case NOTHING -> {}
                    }
                }
            }
        }

        private static ImportColumnsRefused refused(String why, ImportTarget target) {
            return new ImportColumnsRefused(
                    "enterprises.refusal.importColumns." + why, target.field());
        }
    }
}
