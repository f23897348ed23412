package org.kaiyuan.leads;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.leads.domain.Leads;
import org.kaiyuan.leads.search.LeadIndex;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.springframework.stereotype.Component;

/**
 * Which leads whoever acts may see: those within the reach of their role, and of the confidential ones only
 * their own and their team's. Programs see no confidential lead, the system sees all.
 *
 * <p>Every list, search, export, notice and figure asks here.
 */
@Component
public class LeadSight {
    private final CurrentPerson person;
    private final Leads leads;

    LeadSight(CurrentPerson person, Leads leads) {
        this.person = person;
        this.leads = leads;
    }

    /**
     * The part of a condition that leaves out what may not be seen, with {@code l} for the lead.
     *
     * @param sql begins with {@code and}, or is empty
     */
    public record Seen(String sql, List<Object> arguments) {}

    /** To be appended to a condition. */
    public Seen seen() {
        if (isSystem()) {
            return new Seen("", List.of());
        }
        var me = person.username();
        var mine =
                "(l.owner = ? or exists (select from leads.member m where m.tenant_id = l.tenant_id"
                        + " and m.lead_id = l.id and m.username = ?))";
        var team = team();
        return switch (person.scopeOf(LeadPermissions.READ)) {
            case ZONE -> new Seen(" and (not l.confidential or " + mine + ")", List.of(me, me));
            case TEAM, SUB_PARK ->
                    team == null
                            ? own(mine, me)
                            : new Seen(
                                    " and ("
                                            + mine
                                            + " or (not l.confidential and (l.owner is null or l.owner_team = ?)))",
                                    List.of(me, me, team));
            case OWN -> own(mine, me);
        };
    }

    /** As {@link #seen()}, for the index. */
    public Query seenInIndex() {
        if (isSystem()) {
            return new Query.Everything();
        }
        var me = person.username();
        var mine = Query.any(Query.is("owner", me), Query.is("team", me));
        var open = new Query.Not(Query.is("flags", LeadIndex.CONFIDENTIAL));
        var unowned = Query.is("flags", LeadIndex.UNOWNED);
        var team = team();
        return switch (person.scopeOf(LeadPermissions.READ)) {
            case ZONE -> Query.any(open, mine);
            case TEAM, SUB_PARK ->
                    Query.any(
                            mine,
                            Query.all(
                                    open,
                                    team == null
                                            ? unowned
                                            : Query.any(unowned, Query.is("ownerTeam", team))));
            case OWN -> Query.any(mine, Query.all(open, unowned));
        };
    }

    /** Whether the person may see this one; what was merged away is not there. */
    public boolean sees(Lead lead) {
        if (isSystem()) {
            return true;
        }
        if (lead.isWorkedOnBy(person.username())) {
            return true;
        }
        if (lead.isConfidential()) {
            return false;
        }
        return switch (person.scopeOf(LeadPermissions.READ)) {
            case ZONE -> true;
            case TEAM, SUB_PARK ->
                    lead.owner() == null
                            || (team() != null && Objects.equals(team(), lead.ownerTeam()));
            case OWN -> lead.owner() == null;
        };
    }

    /** Whether a colleague may see it, as far as confidentiality goes: for telling them of it. */
    public static boolean mayBeTold(Lead lead, String username) {
        return !lead.isConfidential() || lead.isWorkedOnBy(username);
    }

    /** @throws UnknownLead when there is none that may be seen */
    public Lead get(LeadId id) {
        return leads.findById(id)
                .filter(lead -> lead.mergedInto() == null)
                .filter(this::sees)
                .orElseThrow(UnknownLead::new);
    }

    /**
     * As {@link #get}; nobody else changes it until the transaction ends.
     *
     * @throws UnknownLead when there is none that may be seen
     */
    public Lead hold(LeadId id) {
        return leads.findLocked(id)
                .filter(lead -> lead.mergedInto() == null)
                .filter(this::sees)
                .orElseThrow(UnknownLead::new);
    }

    /** As {@link #hold}, empty where there is none that may be seen. */
    public Optional<Lead> find(LeadId id) {
        return leads.findLocked(id).filter(lead -> lead.mergedInto() == null).filter(this::sees);
    }

    private static Seen own(String mine, String me) {
        return new Seen(
                " and (" + mine + " or (not l.confidential and l.owner is null))", List.of(me, me));
    }

    private @Nullable String team() {
        return person.signedIn().map(SignedIn::team).orElse(null);
    }

    private boolean isSystem() {
        return SystemActing.USERNAME.equals(person.username());
    }
}
