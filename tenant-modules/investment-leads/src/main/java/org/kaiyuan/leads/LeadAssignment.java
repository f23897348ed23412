package org.kaiyuan.leads;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.notices.Notices;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose a lead is: claiming from the pool, giving, handing over, letting go, and who works on it. */
@Service
@Transactional
public class LeadAssignment {
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_MEMBERS = 50;

    private final LeadSight sight;
    private final LeadStore store;
    private final LeadRulesKeeping rules;
    private final JdbcTemplate jdbc;
    private final ZonePeople people;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Notices notices;
    private final Clock clock;

    LeadAssignment(
            LeadSight sight,
            LeadStore store,
            LeadRulesKeeping rules,
            JdbcTemplate jdbc,
            ZonePeople people,
            ChangeHistory history,
            CurrentPerson person,
            Notices notices,
            Clock clock) {
        this.sight = sight;
        this.store = store;
        this.rules = rules;
        this.jdbc = jdbc;
        this.people = people;
        this.history = history;
        this.person = person;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Takes it from the pool; of many who try at once, one gets it.
     *
     * @throws LeadTaken when it is not in the pool any more
     * @throws ClaimLimitReached when they own as many unsigned leads as the zone lets them
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void claim(LeadId id) {
        var me = person.signedIn().orElseThrow(() -> new UnknownColleague(person.username()));
        var lead = sight.hold(id);
        if (lead.owner() != null) {
            throw new LeadTaken(lead.ownerName());
        }
        int limit = rules.current().claimLimit();
        // claims of one person wait for each other, or two at once would both be the last
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(?, ?))",
                row -> {},
                "leads.claim " + me.username(),
                lead.tenantId().value());
        var owned =
                jdbc.queryForObject(
                        """
                        select count(*) from leads.lead
                        where owner = ? and state = 'ACTIVE' and merged_into is null and furthest < ?\
                        """,
                        Long.class,
                        me.username(),
                        LeadStage.SIGNED.ordinal());
        if (owned != null && owned >= limit) {
            throw new ClaimLimitReached(limit);
        }
        lead.claimBy(me.username(), person.displayName(), me.team(), clock.instant());
        store.save(lead);
        recorded(lead, "claimed", null, me.username(), null);
    }

    /**
     * Gives it to somebody; who does not own it needs {@code leads:assign}. Told to the new owner.
     *
     * @throws UnknownColleague when they are nobody of the zone
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void handOver(LeadId id, String username) {
        var lead = sight.hold(id);
        refuseStranger(lead);
        give(lead, colleague(username));
    }

    /**
     * Gives many to somebody.
     *
     * @param ids at most 500; those that may not be seen are passed over
     * @return how many changed hands
     */
    @PreAuthorize("hasRole('" + LeadPermissions.ASSIGN + "')")
    public int giveAll(Collection<LeadId> ids, String username) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new LeadFieldsRefused("ids", "leads.rule.tooMany", MOST_AT_ONCE);
        }
        var to = colleague(username);
        int given = 0;
        for (var id : ids) { // each has a history and a notice of its own
            var lead = sight.find(id);
            if (lead.isPresent() && !username.equals(lead.get().owner())) {
                give(lead.get(), to);
                given++;
            }
        }
        return given;
    }

    /**
     * Lets it go into the pool.
     *
     * @throws LeadReasonRefused without a reason
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void release(LeadId id, @Nullable String reason) {
        var why = LeadReason.checked(reason);
        var lead = sight.hold(id);
        refuseStranger(lead);
        var before = lead.owner();
        lead.release(why, clock.instant());
        store.save(lead);
        recorded(lead, "released", before, null, why);
    }

    /**
     * Who works on it beside its owner.
     *
     * @throws UnknownColleague when one is nobody of the zone
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void team(LeadId id, Collection<String> usernames) {
        if (usernames.size() > MOST_MEMBERS) {
            throw new LeadFieldsRefused("team", "leads.rule.tooMany", MOST_MEMBERS);
        }
        var lead = sight.hold(id);
        refuseStranger(lead);
        var known = people.of(usernames);
        for (var username : usernames) {
            if (known.stream().noneMatch(one -> one.username().equals(username))) {
                throw new UnknownColleague(username);
            }
        }
        var before = lead.team();
        var wanted =
                known.stream()
                        .map(one -> new TeamMember(one.username(), one.displayName()))
                        .toList();
        lead.workedOnBy(wanted, clock.instant());
        store.save(lead);
        history.record(
                Lead.SUBJECT,
                id.value(),
                "team",
                List.of(new FieldChange("team", names(before), names(wanted))));
        for (var one : wanted) { // 50 at most
            if (before.stream().noneMatch(m -> m.username().equals(one.username()))) {
                told(lead, one.username(), "leads.notice.team");
            }
        }
    }

    /** Whoever the zone's people are, for choosing one; at most 20. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public List<TeamMember> colleagues(String typed) {
        return people.find(typed, 20).stream()
                .filter(one -> one.permissions().contains(LeadPermissions.READ))
                .map(one -> new TeamMember(one.username(), one.displayName()))
                .toList();
    }

    private void give(Lead lead, ZonePeople.Colleague to) {
        var before = lead.owner();
        lead.giveTo(to.username(), to.displayName(), people.teamOf(to.username()), clock.instant());
        store.save(lead);
        recorded(lead, "assigned", before, to.username(), null);
        told(lead, to.username(), "leads.notice.assigned");
    }

    private void told(Lead lead, String username, String messageKey) {
        if (!username.equals(person.username())) {
            notices.tell(
                    username,
                    messageKey,
                    List.of(lead.projectName(), person.displayName()),
                    "/leads/" + lead.id());
        }
    }

    private void recorded(
            Lead lead,
            String act,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason) {
        var changes = new ArrayList<FieldChange>();
        changes.add(new FieldChange("owner", before, after));
        if (reason != null) {
            changes.add(new FieldChange("reason", null, reason));
        }
        history.record(Lead.SUBJECT, lead.id().value(), act, changes);
    }

    private ZonePeople.Colleague colleague(String username) {
        return people.of(List.of(username)).stream()
                .filter(one -> one.permissions().contains(LeadPermissions.READ))
                .findFirst()
                .orElseThrow(() -> new UnknownColleague(username));
    }

    /** Whose it is not needs the right to give leads to people. */
    private void refuseStranger(Lead lead) {
        if (!lead.isWorkedOnBy(person.username()) && !person.may(LeadPermissions.ASSIGN)) {
            throw new AccessDeniedException("Leads of others need leads:assign");
        }
    }

    private static String names(List<TeamMember> team) {
        return team.stream().map(TeamMember::name).collect(Collectors.joining(", "));
    }
}
