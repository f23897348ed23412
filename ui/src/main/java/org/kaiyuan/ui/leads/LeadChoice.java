package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadOrder;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadSearch;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.platform.access.CurrentPerson;

/** Choosing a lead that is pursued; nothing is offered to who may not see leads. */
public final class LeadChoice {
    /** A box offers so many; who wants another types more of its name. */
    private static final int OFFERED = 20;

    private static final LeadFilter PURSUED =
            new LeadFilter.Draft().states(Set.of(LeadState.ACTIVE)).filter();

    private final LeadDirectory directory;
    private final LeadSearch search;
    private final CurrentPerson person;

    public LeadChoice(LeadDirectory directory, LeadSearch search, CurrentPerson person) {
        this.directory = directory;
        this.search = search;
        this.person = person;
    }

    public ComboBox<LeadRow> field() {
        var field = new ComboBox<LeadRow>();
        field.setItemLabelGenerator(one -> one.projectName() + " · " + one.code());
        field.setClearButtonVisible(true);
        field.setItems(query -> {
            query.getLimit(); // asked for or Vaadin complains
            return offered(query.getFilter().orElse("")).skip(query.getOffset());
        });
        return field;
    }

    /** Null where the person may not see it, or it is gone. */
    public @Nullable LeadRow of(UUID id) {
        return person.may(LeadPermissions.READ)
                ? directory.rows(List.of(new LeadId(id))).stream().findFirst().orElse(null)
                : null;
    }

    private Stream<LeadRow> offered(String typed) {
        if (!person.may(LeadPermissions.READ)) {
            return Stream.empty();
        }
        return typed.isBlank()
                ? directory.find(PURSUED, LeadOrder.CHANGED, null, OFFERED).items().stream()
                : search.search(typed, PURSUED, OFFERED).items().stream().map(find -> find.lead());
    }
}
