package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadAssignment;
import org.kaiyuan.leads.TeamMember;

/** One of the zone's people who may see leads, found by what is typed. */
class ColleagueBox extends ComboBox<TeamMember> {
    private final transient LeadAssignment assignment;

    ColleagueBox(LeadAssignment assignment) {
        this.assignment = assignment;
        setItemLabelGenerator(TeamMember::name);
        setClearButtonVisible(true);
        setItemsWithFilterConverter(
                (Query<TeamMember, String> query) ->
                        assignment.colleagues(query.getFilter().orElse("")).stream()
                                .skip(query.getOffset())
                                .limit(query.getLimit()),
                typed -> typed);
    }

    /** @param username somebody's, or null for nobody's */
    void show(@Nullable String username) {
        var now = getValue();
        if (username == null) {
            clear();
        } else if (now == null || !now.username().equals(username)) {
            setValue(named(username));
        }
    }

    @Nullable String username() {
        return Optional.ofNullable(getValue()).map(TeamMember::username).orElse(null);
    }

    private TeamMember named(String username) {
        return assignment.colleagues(username).stream()
                .filter(one -> one.username().equals(username))
                .findFirst()
                .orElseGet(() -> new TeamMember(username, username));
    }
}
