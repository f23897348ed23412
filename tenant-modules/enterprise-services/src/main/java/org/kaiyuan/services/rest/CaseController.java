package org.kaiyuan.services.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.services.Applicant;
import org.kaiyuan.services.CaseBox;
import org.kaiyuan.services.CaseClockView;
import org.kaiyuan.services.CaseCounter;
import org.kaiyuan.services.CaseDirectory;
import org.kaiyuan.services.CaseFilter;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseInbox;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.CounterNote;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.Receipt;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.rest.CaseAnswers.CaseAnswer;
import org.kaiyuan.services.rest.CaseAnswers.CaseLine;
import org.kaiyuan.services.rest.CaseAnswers.CaseList;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases as the desk sees them, and what is done with them. */
@RestController("serviceCaseController")
@RequestMapping("/api/v1/services/cases")
class CaseController {
    private final CaseInbox inbox;
    private final CaseDirectory directory;
    private final CaseCounter counter;
    private final CaseActs acts;

    CaseController(CaseInbox inbox, CaseDirectory directory, CaseCounter counter, CaseActs acts) {
        this.inbox = inbox;
        this.directory = directory;
        this.counter = counter;
        this.acts = acts;
    }

    /**
     * @param key of who asks: the same key makes one case
     * @param enterprise of the directory; else its name alone
     */
    record CaseBody(
            @JsonProperty(required = true) UUID key,
            @JsonProperty(required = true) UUID service,
            @Nullable UUID enterprise,
            @Nullable String enterpriseName,
            @Nullable String creditCode,
            @JsonProperty(required = true) String applicant,
            @JsonProperty(required = true) String phone,
            @Nullable FormAnswers answers,
            boolean pledged,
            @Nullable Set<String> deferred,
            @Nullable Set<String> held) {
        CounterNote note() {
            return new CounterNote(
                    new ServiceId(service),
                    enterprise == null ? null : new EnterpriseId(enterprise),
                    enterpriseName == null ? "" : enterpriseName,
                    creditCode,
                    new Applicant(applicant, phone),
                    answers == null ? FormAnswers.NONE : answers,
                    pledged,
                    deferred == null ? Set.of() : Set.copyOf(deferred),
                    held == null ? Set.of() : Set.copyOf(held));
        }
    }

    @RolesAllowed(ServicesPermissions.READ)
    @GetMapping
    CaseList list(
            @RequestParam(defaultValue = "ALL") CaseBox box,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable UUID service,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                inbox.list(
                        new CaseFilter(
                                box,
                                words,
                                service == null ? null : new ServiceId(service),
                                team,
                                state,
                                month),
                        cursor,
                        limit);
        return new CaseList(page.items().stream().map(CaseLine::of).toList(), page.next());
    }

    /** By box; 100 stands for more than 99. */
    @RolesAllowed(ServicesPermissions.READ)
    @GetMapping("/counts")
    Map<CaseBox, Integer> counts() {
        return inbox.counts();
    }

    @RolesAllowed(ServicesPermissions.HANDLE)
    @PostMapping
    ResponseEntity<Receipted> take(@RequestBody CaseBody body) {
        var receipt = Receipted.of(counter.takeIn(body.note(), body.key()));
        return ResponseEntity.created(URI.create("/api/v1/services/cases/" + receipt.id()))
                .body(receipt);
    }

    /** @param code with which anybody reads the progress */
    record Receipted(UUID id, String receipt, String code, java.time.Instant at) {
        static Receipted of(Receipt receipt) {
            return new Receipted(
                    receipt.caseId().value(), receipt.number(), receipt.code(), receipt.at());
        }
    }

    @RolesAllowed(ServicesPermissions.READ)
    @GetMapping("/{id}")
    ResponseEntity<CaseAnswer> one(@PathVariable UUID id) {
        var sheet = directory.find(new CaseId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(sheet.row().version()))
                .body(CaseAnswer.of(sheet));
    }

    /** What the act asks for besides reading, its use case says: 403 where it is missing. */
    @RolesAllowed(ServicesPermissions.READ)
    @PostMapping("/{id}/acts")
    ResponseEntity<CaseAnswer> act(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody CaseActBody body) {
        acts.perform(new CaseId(id), body, EntityTags.version(basedOn));
        return one(id);
    }

    @RolesAllowed(ServicesPermissions.READ)
    @GetMapping("/{id}/clock")
    CaseClockView clock(@PathVariable UUID id) {
        return directory.clock(new CaseId(id));
    }
}
