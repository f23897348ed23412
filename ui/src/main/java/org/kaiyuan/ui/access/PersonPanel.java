package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Stream;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.PeopleCare;
import org.kaiyuan.platform.access.PeopleDirectory;
import org.kaiyuan.platform.access.PersonRow;
import org.kaiyuan.platform.access.RoleRow;
import org.kaiyuan.platform.access.ViewingAs;
import org.kaiyuan.ui.kit.AnewAs;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** One person beside the list: what they may do, their team, and the way out. */
class PersonPanel extends Section {
    final CheckboxGroup<RoleRow> roles = new CheckboxGroup<>();
    final TextField team = new TextField();
    final Button save = new Button();
    final Button leave = new Button();
    final Button look = new Button();

    private final transient Doors doors;
    private final transient PersonRow person;
    private final transient Runnable changed;

    /** The use cases behind the panel. */
    record Doors(
            PeopleDirectory directory,
            PeopleCare care,
            ViewingAs viewing,
            CurrentPerson current,
            RoleNames names) {}

    PersonPanel(Doors doors, PersonRow person, Runnable changed, Runnable closed) {
        this.doors = doors;
        this.person = person;
        this.changed = changed;
        addClassName("quick-look");
        var close = new Button(new Glyph(Glyph.Of.CLOSE), click -> closed.run());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.addClassName("close");
        close.setAriaLabel(getTranslation("ui.close"));
        add(new H2(person.displayName()), close, new Paragraph(person.username()));
        boolean myself = person.username().equals(doors.current().username());
        if (myself) {
            add(new Paragraph(getTranslation("ui.people.yourself")));
        }
        addRoles(!myself && doors.care().isMineToGrant());
        addTeam(doors.current().may(AccessPermissions.PEOPLE));
        addSave();
        if (!myself) {
            addWays();
        }
    }

    private void addRoles(boolean mine) {
        roles.setLabel(getTranslation("ui.people.roles"));
        roles.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        roles.setItems(doors.names().roles());
        roles.setItemLabelGenerator(doors.names()::of);
        roles.select(
                doors.names().roles().stream()
                        .filter(role -> person.roles().contains(role.id()))
                        .toList());
        roles.setReadOnly(!mine);
        if (!mine) {
            roles.setHelperText(getTranslation("ui.people.roles.others"));
        }
        add(roles);
    }

    private void addTeam(boolean mine) {
        team.setLabel(getTranslation("ui.people.team"));
        team.setMaxLength(60);
        team.setWidthFull();
        team.setValue(person.team() == null ? "" : person.team());
        team.setReadOnly(!mine);
        add(team);
    }

    private void addSave() {
        save.setText(getTranslation("ui.form.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.setVisible(!roles.isReadOnly() || !team.isReadOnly());
        save.addClickListener(click -> {
            try {
                save();
            } finally {
                save.setEnabled(true);
            }
        });
        add(save);
    }

    private void save() {
        long version = person.version();
        var wanted = roles.getSelectedItems().stream().map(RoleRow::id).toList();
        if (!roles.isReadOnly() && !person.roles().equals(java.util.Set.copyOf(wanted))) {
            doors.care().giveRoles(person.id(), version, wanted);
            version++;
        }
        if (!team.isReadOnly()
                && !team.getValue().equals(person.team() == null ? "" : person.team())) {
            doors.care().putIntoTeam(person.id(), version, team.getValue());
        }
        Tell.done(getTranslation("ui.people.saved", person.displayName()));
        changed.run();
    }

    private void addWays() {
        look.setText(getTranslation("ui.people.look"));
        look.setIcon(new Glyph(Glyph.Of.EYE));
        look.setVisible(person.active() && doors.current().may(AccessPermissions.VIEW_AS));
        look.addClickListener(click -> {
            doors.viewing().begin(person.id());
            getUI().ifPresent(AnewAs::everywhere);
        });
        leave.setText(getTranslation(person.active() ? "ui.people.leave" : "ui.people.back"));
        leave.setVisible(doors.current().may(AccessPermissions.PEOPLE));
        leave.addClickListener(click -> {
            if (person.active()) {
                leaving().open();
            } else {
                doors.care().reactivate(person.id(), person.version());
                changed.run();
            }
        });
        var ways = new Div(look, leave);
        ways.addClassName("chips");
        add(ways);
    }

    /** Who takes over what the leaver owns. */
    private Dialog leaving() {
        long owns = doors.care().countOwnedBy(person.id());
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("ui.people.leave.title", person.displayName()));
        var successor = new ComboBox<PersonRow>(getTranslation("ui.people.successor"));
        successor.setItems(query ->
                candidates(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        successor.setItemLabelGenerator(p -> p.displayName() + " · " + p.username());
        successor.setWidthFull();
        successor.setRequiredIndicatorVisible(owns > 0);
        var go = new Button(getTranslation("ui.people.leave"));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        go.setDisableOnClick(true);
        go.addClickListener(click -> {
            try {
                var to = successor.getValue();
                long handed =
                        doors.care()
                                .deactivate(
                                        person.id(), person.version(), to == null ? null : to.id());
                dialog.close();
                Tell.done(getTranslation("ui.people.gone", person.displayName(), handed));
                changed.run();
            } finally {
                go.setEnabled(true);
            }
        });
        dialog.add(
                new Paragraph(getTranslation("ui.people.leave.detail")),
                new Span(getTranslation("ui.people.owns", owns)),
                successor);
        dialog.getFooter()
                .add(new Button(getTranslation("ui.form.cancel"), click -> dialog.close()), go);
        return dialog;
    }

    private Stream<PersonRow> candidates(String beginning, int offset, int limit) {
        // a combo box asks on only when somebody scrolls past what a name narrows down at once
        List<PersonRow> some = doors.directory().list(beginning, null, offset + limit + 1);
        return some.stream()
                .filter(p -> p.active() && !p.id().equals(person.id()))
                .skip(offset)
                .limit(limit);
    }
}
