package org.kaiyuan.enterprises.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDetails;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.enterprises.FormerName;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of enterprises, and one in full. */
@RestController
@RequestMapping("/api/v1/enterprises")
class EnterpriseReadingController {
    private final EnterpriseDirectory directory;

    EnterpriseReadingController(EnterpriseDirectory directory) {
        this.directory = directory;
    }

    /**
     * A page.
     *
     * @param next the {@code cursor} of the page after; null on the last one
     */
    record Page(List<EnterpriseItem> items, @Nullable String next) {}

    /** Everything about one; contacts are masked. */
    record Whole(
            UUID id,
            long version,
            @JsonUnwrapped EnterpriseProfile profile,
            List<FormerName> formerNames,
            Instant createdAt,
            Instant updatedAt) {}

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String leadingIndustry,
            @RequestParam(required = false) @Nullable String subIndustry,
            @RequestParam(defaultValue = "") Set<EnterpriseStatus> status,
            @RequestParam(required = false) @Nullable String qualification,
            @RequestParam(required = false) @Nullable Boolean aboveScale,
            @RequestParam(required = false) @Nullable Boolean fourAbove,
            @RequestParam(required = false) @Nullable BigDecimal capitalFrom,
            @RequestParam(required = false) @Nullable BigDecimal capitalTo,
            @RequestParam(required = false) @Nullable Integer foundedFrom,
            @RequestParam(required = false) @Nullable Integer foundedTo,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(defaultValue = "NAME") EnterpriseOrder sort,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter =
                new EnterpriseFilter(
                        name,
                        industry,
                        leadingIndustry,
                        subIndustry,
                        status,
                        qualification,
                        aboveScale,
                        fourAbove,
                        capitalFrom,
                        capitalTo,
                        foundedFrom,
                        foundedTo,
                        division,
                        tag);
        var page = directory.find(filter, sort, cursor, limit);
        return new Page(page.items().stream().map(EnterpriseItem::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<Whole> one(@PathVariable UUID id) {
        EnterpriseDetails found = directory.details(new EnterpriseId(id));
        return ResponseEntity.ok()
                .eTag("\"" + found.version() + "\"")
                .body(
                        new Whole(
                                found.id().value(),
                                found.version(),
                                found.profile(),
                                found.formerNames(),
                                found.createdAt(),
                                found.updatedAt()));
    }
}
