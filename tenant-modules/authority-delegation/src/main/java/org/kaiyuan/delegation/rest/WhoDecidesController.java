package org.kaiyuan.delegation.rest;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.Matter;
import org.kaiyuan.delegation.MatterCatalogue;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.Ruling;
import org.kaiyuan.delegation.UnknownMatter;
import org.kaiyuan.delegation.WhoDecides;
import org.kaiyuan.delegation.WhyNot;
import org.kaiyuan.delegation.rest.PowerAnswers.PowerEntry;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who decides a matter, where and when, and why it is not the park. */
@RestController
@RequestMapping("/api/v1/delegation/decides")
class WhoDecidesController {
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final WhoDecides who;
    private final MatterCatalogue catalogue;
    private final Messages messages;
    private final Clock clock;

    WhoDecidesController(
            WhoDecides who, MatterCatalogue catalogue, Messages messages, Clock clock) {
        this.who = who;
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
    }

    /** Which matter was asked about. */
    record DecidedMatter(UUID id, @Nullable String code, String name) {
        static DecidedMatter of(Matter matter) {
            return new DecidedMatter(matter.id().value(), matter.code(), matter.name());
        }
    }

    /** Why it is not the park, in a word and in a sentence. */
    record WhyNotHere(WhyNot reason, String message) {}

    /**
     * The answer.
     *
     * @param known by what was published until then
     * @param here whether the park decides
     * @param mode by which entry it came; null where none is in force
     */
    record WhoDecidesAnswer(
            DecidedMatter matter,
            LocalDate date,
            @Nullable String place,
            Instant known,
            boolean here,
            @Nullable String body,
            @Nullable DelegationMode mode,
            @Nullable PowerEntry entry,
            @Nullable WhyNotHere why,
            List<PowerEntry> chain,
            List<PowerEntry> others) {}

    /**
     * @param matter its id or its code
     * @param date without it today
     * @param place a part of the zone; without it the zone as a whole
     * @param known what was believed then; without it now
     */
    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping
    WhoDecidesAnswer decides(
            @RequestParam String matter,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable Instant known) {
        var about = catalogue.get(matter(matter));
        var day = date == null ? LocalDate.now(clock) : date;
        var then = known == null ? clock.instant() : known;
        var where = place == null || place.isBlank() ? null : place.strip();
        var ruling = who.decides(about.id(), where, day, then);
        var entry = ruling.entry();
        return new WhoDecidesAnswer(
                DecidedMatter.of(about),
                day,
                where,
                then,
                ruling.isHere(),
                ruling.body(),
                entry == null ? null : entry.note().mode(),
                entry == null ? null : PowerEntry.of(entry),
                why(ruling, about, day, where),
                PowerEntry.all(ruling.chain()),
                PowerEntry.all(ruling.others()));
    }

    private MatterId matter(String named) {
        return ID.matcher(named).matches()
                ? new MatterId(UUID.fromString(named))
                : catalogue.byCode(named).orElseThrow(UnknownMatter::new);
    }

    private @Nullable WhyNotHere why(
            Ruling ruling, Matter matter, LocalDate day, @Nullable String where) {
        var why = ruling.why();
        return why == null
                ? null
                : new WhyNotHere(
                        why,
                        messages.text(
                                "delegation.why." + why,
                                matter.name(),
                                day,
                                ruling.body() == null ? "—" : ruling.body(),
                                where == null ? "—" : where));
    }
}
