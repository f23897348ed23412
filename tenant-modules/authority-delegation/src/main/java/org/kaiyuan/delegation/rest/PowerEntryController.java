package org.kaiyuan.delegation.rest;

import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EntryDirectory;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.ListEditions;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.rest.PowerAnswers.PowerEntryLine;
import org.kaiyuan.delegation.rest.PowerAnswers.PowerEntryList;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries of the versions that count. */
@RestController
@RequestMapping("/api/v1/delegation/entries")
@RolesAllowed(DelegationPermissions.READ)
class PowerEntryController {
    private final EntryDirectory directory;
    private final ListEditions editions;

    PowerEntryController(EntryDirectory directory, ListEditions editions) {
        this.directory = directory;
        this.editions = editions;
    }

    /** Of one list or of all. */
    @GetMapping
    PowerEntryList current(
            @RequestParam(required = false) @Nullable UUID list,
            @ParameterObject PowerParameters filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                directory.current(
                        list == null ? null : new ListId(list), filter.filter(), cursor, limit);
        return new PowerEntryList(
                page.items().stream().map(PowerEntryLine::of).toList(), page.next());
    }

    /** As the version that counts has it, or the last that had it. */
    @GetMapping("/{id}")
    PowerEntryLine one(@PathVariable UUID id) {
        return PowerEntryLine.of(editions.entry(new EntryId(id)));
    }
}
