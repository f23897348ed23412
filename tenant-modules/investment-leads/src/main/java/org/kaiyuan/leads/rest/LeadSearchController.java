package org.kaiyuan.leads.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadExport;
import org.kaiyuan.leads.LeadExportFormatRefused;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadMerge;
import org.kaiyuan.leads.LeadOrder;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.leads.LeadSearch;
import org.kaiyuan.leads.LeadTwins;
import org.kaiyuan.leads.TwinReason;
import org.kaiyuan.platform.rest.ExportAnswer;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leads searched for, compared, made one, and taken away as a file. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadSearchController {
    private final LeadSearch search;
    private final LeadTwins twins;
    private final LeadMerge merge;
    private final LeadExport export;

    LeadSearchController(LeadSearch search, LeadTwins twins, LeadMerge merge, LeadExport export) {
        this.search = search;
        this.twins = twins;
        this.merge = merge;
        this.export = export;
    }

    record LeadHit(LeadRowAnswer lead, Map<String, List<String>> highlights) {}

    record LeadHits(List<LeadHit> items, long total, boolean degraded) {}

    /**
     * What is known of a lead that may be entered.
     *
     * @param self the lead itself, when it is stored already
     */
    record TwinBody(
            @Nullable UUID self,
            @Nullable String projectName,
            @Nullable List<String> investors,
            @Nullable List<String> creditCodes,
            @Nullable List<String> phones) {}

    record TwinAnswer(LeadRowAnswer lead, List<TwinReason> reasons) {}

    /** @param hidden there is one that the caller may not see */
    record TwinAnswers(List<TwinAnswer> items, boolean hidden) {}

    /** @param fromOther fields whose value is the other's; all others stay */
    record LeadMergeBody(
            @JsonProperty(required = true) UUID other,
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) long otherVersion,
            @Nullable Set<String> fromOther) {}

    record LeadMerged(UUID id, long version) {}

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/search")
    LeadHits search(
            @RequestParam(defaultValue = "") String q,
            @ParameterObject LeadParameters filter,
            @RequestParam(defaultValue = "50") int limit) {
        var found = search.search(q, filter.filter(), limit);
        return new LeadHits(
                found.items().stream()
                        .map(find -> new LeadHit(LeadRowAnswer.of(find.lead()), find.highlights()))
                        .toList(),
                found.total(),
                found.degraded());
    }

    @RolesAllowed(LeadPermissions.READ)
    @PostMapping("/twins")
    TwinAnswers twins(@RequestBody TwinBody body) {
        var names = body.investors() == null ? List.<String>of() : body.investors();
        var codes = body.creditCodes() == null ? List.<String>of() : body.creditCodes();
        var investors =
                IntStream.range(0, Math.min(50, Math.max(names.size(), codes.size())))
                        .mapToObj(i ->
                                new InvestorLine(
                                        null,
                                        i < names.size() ? names.get(i) : "",
                                        i < codes.size() ? codes.get(i) : null,
                                        null,
                                        "CN",
                                        false,
                                        false,
                                        false,
                                        null))
                        .toList();
        var phones = body.phones() == null ? List.<String>of() : body.phones();
        var profile =
                LeadDraft.named(body.projectName() == null ? "" : body.projectName())
                        .investors(investors)
                        .contacts(
                                phones.stream()
                                        .limit(50)
                                        .map(phone -> new LeadContact(null, "", null, phone, null))
                                        .toList())
                        .profile();
        var found = twins.of(profile, body.self() == null ? null : new LeadId(body.self()));
        return new TwinAnswers(
                found.seen().stream()
                        .map(twin -> new TwinAnswer(LeadRowAnswer.of(twin.lead()), twin.reasons()))
                        .toList(),
                found.hidden());
    }

    @RolesAllowed(LeadPermissions.MERGE)
    @PostMapping("/{id}/merge")
    LeadMerged merge(@PathVariable UUID id, @RequestBody LeadMergeBody body) {
        long version =
                merge.merge(
                        new LeadId(id),
                        body.version(),
                        new LeadId(body.other()),
                        body.otherVersion(),
                        body.fromOther() == null ? Set.of() : body.fromOther());
        return new LeadMerged(id, version);
    }

    /** The filtered list, or with {@code q} the whole search, as a file. */
    @RolesAllowed(LeadPermissions.EXPORT)
    @GetMapping("/export")
    void export(
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "") String q,
            @ParameterObject LeadParameters filter,
            @RequestParam(defaultValue = "CHANGED") LeadOrder sort,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var wanted =
                Arrays.stream(TabularFormat.values())
                        .filter(known -> known.extension().equalsIgnoreCase(format))
                        .findFirst()
                        .orElseThrow(() -> new LeadExportFormatRefused(format));
        try (var file = export.export(new LeadQuestion(q, filter.filter(), sort), wanted, locale)) {
            ExportAnswer.send(file, response);
        }
    }
}
