package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.stream.Stream;
import org.kaiyuan.leads.LeadAssignment;
import org.kaiyuan.leads.TeamMember;

/** Choosing people of the zone by the beginning of what they are called. */
final class Colleagues {
    private Colleagues() {}

    static void offer(ComboBox<TeamMember> field, LeadAssignment assignment) {
        named(field);
        field.setItems(query -> {
            int skipped = query.getOffset();
            int wanted = query.getLimit();
            return found(assignment, query.getFilter().orElse("")).skip(skipped).limit(wanted);
        });
    }

    static void offer(MultiSelectComboBox<TeamMember> field, LeadAssignment assignment) {
        named(field);
        field.setItems(query -> {
            int skipped = query.getOffset();
            int wanted = query.getLimit();
            return found(assignment, query.getFilter().orElse("")).skip(skipped).limit(wanted);
        });
    }

    private static void named(ComboBoxBase<?, TeamMember, ?> field) {
        field.setItemLabelGenerator(one -> one.name() + " @" + one.username());
    }

    private static Stream<TeamMember> found(LeadAssignment assignment, String typed) {
        return assignment.colleagues(typed).stream();
    }
}
