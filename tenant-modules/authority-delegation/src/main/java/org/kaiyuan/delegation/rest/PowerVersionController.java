package org.kaiyuan.delegation.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.ListDirectory;
import org.kaiyuan.delegation.ListEditions;
import org.kaiyuan.delegation.ListExport;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.rest.PowerAnswers.PowerEntryDifference;
import org.kaiyuan.delegation.rest.PowerAnswers.PowerEntryLine;
import org.kaiyuan.delegation.rest.PowerAnswers.PowerEntryList;
import org.kaiyuan.delegation.rest.PowerAnswers.PowerListVersion;
import org.kaiyuan.platform.rest.ExportAnswer;
import org.kaiyuan.platform.transfer.ExportedFile;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions of a list as they were published, and what two of them differ by. */
@RestController
@RequestMapping("/api/v1/delegation/lists/{id}/versions")
@RolesAllowed(DelegationPermissions.READ)
class PowerVersionController {
    private final ListDirectory lists;
    private final ListEditions editions;
    private final ListExport export;

    PowerVersionController(ListDirectory lists, ListEditions editions, ListExport export) {
        this.lists = lists;
        this.editions = editions;
        this.export = export;
    }

    record PowerListVersionList(List<PowerListVersion> items) {}

    /** A page; {@code next} is null on the last one. */
    record PowerDifferenceList(List<PowerEntryDifference> items, @Nullable String next) {}

    @GetMapping
    PowerListVersionList all(@PathVariable UUID id) {
        var list = lists.get(new ListId(id)).id();
        return new PowerListVersionList(
                editions.of(list).stream().map(PowerListVersion::of).toList());
    }

    @GetMapping("/{version}")
    PowerListVersion one(@PathVariable UUID id, @PathVariable int version) {
        return PowerListVersion.of(editions.get(new ListId(id), version));
    }

    @GetMapping("/{version}/entries")
    PowerEntryList entries(
            @PathVariable UUID id,
            @PathVariable int version,
            @ParameterObject PowerParameters filter,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var list = editions.get(new ListId(id), version).list();
        var page =
                editions.rows(
                        list,
                        version,
                        filter.filter(),
                        cursor == null ? null : new EntryId(cursor),
                        limit);
        return new PowerEntryList(
                page.items().stream().map(PowerEntryLine::of).toList(), written(page.next()));
    }

    /** What an import takes again. */
    @GetMapping("/{version}/export")
    void export(
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestParam(defaultValue = "CSV") TabularFormat format,
            HttpServletResponse response)
            throws IOException {
        var list = editions.get(new ListId(id), version).list();
        try (var file = export.edition(list, version, format)) {
            ExportAnswer.send(file, response);
        }
    }

    /** What {@code b} says differently from {@code a}. */
    @GetMapping("/{a}/diff/{b}")
    PowerDifferenceList difference(
            @PathVariable UUID id,
            @PathVariable int a,
            @PathVariable int b,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "200") int limit) {
        var list = both(id, a, b);
        var page =
                editions.differences(
                        list, a, b, cursor == null ? null : new EntryId(cursor), limit);
        return new PowerDifferenceList(
                page.items().stream().map(PowerEntryDifference::of).toList(), written(page.next()));
    }

    /** The same as a table, a row for each field. */
    @GetMapping("/{a}/diff/{b}/export")
    void difference(
            @PathVariable UUID id,
            @PathVariable int a,
            @PathVariable int b,
            @RequestParam(defaultValue = "CSV") TabularFormat format,
            HttpServletResponse response)
            throws IOException {
        try (ExportedFile file = export.difference(both(id, a, b), a, b, format)) {
            ExportAnswer.send(file, response);
        }
    }

    /** Both are there. */
    private ListId both(UUID id, int a, int b) {
        editions.get(new ListId(id), a);
        return editions.get(new ListId(id), b).list();
    }

    private static @Nullable String written(@Nullable EntryId next) {
        return next == null ? null : next.toString();
    }
}
