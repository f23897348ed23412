package org.kaiyuan.delegation;

import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.transfer.ExportedFile;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularWriter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** An edition, or what two of them differ by, as a table to be taken along. */
@Service
@PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
public class ListExport {
    private static final int PAGE = 500;
    private static final Locale OF_LISTS = Locale.SIMPLIFIED_CHINESE;

    private static final List<ListImportField> COLUMNS =
            List.of(
                    ListImportField.CODE,
                    ListImportField.NAME,
                    ListImportField.KIND,
                    ListImportField.FIELD,
                    ListImportField.ORIGINAL_AUTHORITY,
                    ListImportField.RECEIVING_BODY,
                    ListImportField.MODE,
                    ListImportField.SUB_PARK,
                    ListImportField.CATEGORY,
                    ListImportField.MOST_YUAN,
                    ListImportField.CONDITIONS,
                    ListImportField.EFFECTIVE_ON,
                    ListImportField.HANDOVER_ON,
                    ListImportField.EXPIRES_ON,
                    ListImportField.DOCUMENT,
                    ListImportField.DECIDED_ON,
                    ListImportField.ISSUER,
                    ListImportField.LETTER,
                    ListImportField.AREA,
                    ListImportField.BATCH,
                    ListImportField.REMARKS);

    private final ListDirectory lists;
    private final ListEditions editions;
    private final TenantDirectory tenants;
    private final Messages messages;
    private final Clock clock;

    ListExport(
            ListDirectory lists,
            ListEditions editions,
            TenantDirectory tenants,
            Messages messages,
            Clock clock) {
        this.lists = lists;
        this.editions = editions;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * All entries of an edition, in Chinese whoever asks: lists are Chinese papers, and an import reads it again.
     *
     * @throws UnknownList when there is none
     */
    public ExportedFile edition(ListId list, int number, TabularFormat format) {
        var of = lists.get(list);
        return ExportedFile.written(
                name(of.title() + "-" + number, format),
                format,
                path -> {
                    var headings = new ArrayList<String>();
                    headings.add(messages.text(OF_LISTS, "delegation.export.act"));
                    COLUMNS.forEach(column -> headings.add(messages.of(OF_LISTS, column)));
                    long rows = 0;
                    try (var table =
                            TabularWriter.to(
                                    Files.newOutputStream(path), format, of.title(), headings)) {
                        EntryId after = null;
                        do {
                            var page =
                                    editions.rows(
                                            list, number, ListEditions.Filter.ALL, after, PAGE);
                            for (var row : page.items()) {
                                table.row(cells(row));
                                rows++;
                            }
                            after = page.next();
                        } while (after != null);
                    }
                    return rows;
                });
    }

    /**
     * What two editions differ by, a row for each field.
     *
     * @throws UnknownList when there is none
     */
    public ExportedFile difference(ListId list, int from, int to, TabularFormat format) {
        var of = lists.get(list);
        var differences = editions.between(list, from, to);
        return ExportedFile.written(
                name(of.title() + "-" + from + "-" + to, format),
                format,
                path -> {
                    long rows = 0;
                    try (var table =
                            TabularWriter.to(
                                    Files.newOutputStream(path),
                                    format,
                                    of.title(),
                                    List.of(
                                            messages.text("delegation.export.kind"),
                                            messages.of(ListImportField.NAME),
                                            messages.text("delegation.export.field"),
                                            messages.text("delegation.export.before", from),
                                            messages.text("delegation.export.after", to)))) {
                        for (var one : differences) {
                            for (var field : one.fields()) {
                                table.row(
                                        messages.of(one.kind()),
                                        one.matterName(),
                                        messages.text("delegation.entryField." + field.name()),
                                        cell(field.before()),
                                        cell(field.after()));
                                rows++;
                            }
                        }
                    }
                    return rows;
                });
    }

    private List<@Nullable Object> cells(EntryRow row) {
        var note = row.note();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(messages.of(OF_LISTS, note.act()));
        cells.add(row.matterCode());
        cells.add(row.matterName());
        cells.add(messages.of(OF_LISTS, row.matterKind()));
        cells.add(row.matterField());
        cells.add(note.originalAuthority());
        cells.add(note.receivingBody());
        cells.add(messages.of(OF_LISTS, note.mode()));
        cells.add(note.subPark());
        cells.add(note.category());
        cells.add(note.scope().mostYuan());
        cells.add(note.scope().conditions());
        cells.add(note.effectiveOn());
        cells.add(note.handoverOn());
        cells.add(note.expiresOn());
        cells.add(note.document().number());
        cells.add(note.document().decidedOn());
        cells.add(note.document().issuer());
        cells.add(note.letter().number());
        var area = note.particulars().area();
        cells.add(area == null ? null : messages.of(OF_LISTS, area));
        cells.add(note.particulars().batch());
        cells.add(note.remarks());
        return cells;
    }

    private @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> messages.of(constant);
            case List<?> several -> String.join("；", several.stream().map(this::text).toList());
            default -> value;
        };
    }

    private String text(@Nullable Object one) {
        return switch (one) {
            case Duty duty -> messages.of(duty.step()) + "：" + duty.responsibility();
            case BoundaryShare share ->
                    messages.of(share.party()) + " " + messages.of(share.part());
            case null, default -> String.valueOf(one);
        };
    }

    private String name(String title, TabularFormat format) {
        var zone = tenants.find(CurrentTenant.get()).map(one -> one.name() + "-").orElse("");
        var safe = (zone + title).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return safe + "-" + LocalDate.now(clock) + "." + format.extension();
    }
}
