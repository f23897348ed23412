package org.kaiyuan.delegation.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.ListImportDefaults;
import org.kaiyuan.delegation.ListImportLine;
import org.kaiyuan.delegation.ListImportView;
import org.kaiyuan.platform.refusal.Messages;

/** Forms of what the API says of files of lists. */
final class ListImportAnswers {
    private ListImportAnswers() {}

    /** A heading of the file and what its column holds; {@code field} is null where it is not taken. */
    record PowerImportColumn(String heading, @Nullable String field) {}

    /** What counts where the file is silent. */
    record PowerImportDefaults(
            @Nullable String originalAuthority,
            @Nullable String receivingBody,
            @Nullable DelegationMode mode,
            @Nullable LocalDate effectiveOn,
            @Nullable String document,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate recallOn) {
        ListImportDefaults said() {
            return new ListImportDefaults(
                    originalAuthority,
                    receivingBody,
                    mode,
                    effectiveOn,
                    document,
                    decidedOn,
                    recallOn);
        }

        static PowerImportDefaults of(ListImportDefaults said) {
            return new PowerImportDefaults(
                    said.originalAuthority(),
                    said.receivingBody(),
                    said.mode(),
                    said.effectiveOn(),
                    said.document(),
                    said.decidedOn(),
                    said.recallOn());
        }
    }

    /** A file on its way to a draft. */
    record PowerImport(
            UUID id,
            UUID list,
            String fileName,
            ListImportView.State state,
            List<PowerImportColumn> columns,
            List<List<String>> samples,
            int rows,
            PowerImportDefaults defaults,
            @Nullable Integer comparedWith,
            Map<ListImportLine.Kind, Integer> counts,
            int open,
            Instant broughtAt,
            String broughtBy) {
        static PowerImport of(ListImportView view) {
            var columns = new ArrayList<PowerImportColumn>();
            for (int i = 0; i < view.headings().size(); i++) {
                var field = i < view.fields().size() ? view.fields().get(i) : null;
                columns.add(
                        new PowerImportColumn(
                                view.headings().get(i), field == null ? null : field.apiName()));
            }
            return new PowerImport(
                    view.id(),
                    view.list().value(),
                    view.fileName(),
                    view.state(),
                    columns,
                    view.samples(),
                    view.rows(),
                    PowerImportDefaults.of(view.defaults()),
                    view.comparedWith(),
                    view.counts(),
                    view.open(),
                    view.broughtAt(),
                    view.broughtName());
        }
    }

    record PowerImportList(List<PowerImport> items) {}

    /** A matter that a row may be about. */
    record PowerImportCandidate(UUID id, @Nullable String code, String name) {}

    /** A row of the file, or an entry that the file does not have. */
    record PowerImportLine(
            int position,
            @Nullable Long row,
            ListImportLine.Kind kind,
            String name,
            @Nullable PowerEntryBody now,
            @Nullable PowerEntryBody next,
            List<PowerImportCandidate> candidates,
            @Nullable String fault,
            ListImportLine.Choice choice) {
        static PowerImportLine of(ListImportLine line, Messages messages) {
            return new PowerImportLine(
                    line.position(),
                    line.row(),
                    line.kind(),
                    line.name(),
                    PowerEntryBody.maybe(line.now()),
                    PowerEntryBody.maybe(line.next()),
                    line.candidates().stream()
                            .map(one ->
                                    new PowerImportCandidate(
                                            one.id().value(), one.code(), one.name()))
                            .toList(),
                    line.faultKey() == null
                            ? null
                            : messages.text(line.faultKey(), line.faultValues().toArray()),
                    line.choice());
        }
    }

    record PowerImportLineList(List<PowerImportLine> items, @Nullable String next) {}
}
