package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.ListDirectory;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.delegation.PublicShowing;
import org.kaiyuan.delegation.Showing;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangedMeanwhile;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;

/** 向社会公开: whether the public sees the zone's lists, which of them, and where. */
@Route("delegation/public")
@RolesAllowed(DelegationPermissions.PUBLISH)
class PublicShowingView extends Main implements HasDynamicTitle, BeforeLeaveObserver {
    /** Which lists are shown. */
    enum Which {
        ALL,
        CHOSEN
    }

    final RadioButtonGroup<Which> which = new RadioButtonGroup<>();
    final CheckboxGroup<PowerList> lists = new CheckboxGroup<>();
    final Button show = new Button();
    final Button hide = new Button();
    final Div state = new Div();
    final Div preview = new Div();
    private final transient PublicShowing showing;
    private final transient Messages messages;
    private final transient List<PowerList> published;
    private final transient @Nullable TenantSummary zone;
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);

    /** What is shown on this page is based on. */
    private transient Showing based;

    PublicShowingView(
            PublicShowing showing,
            ListDirectory directory,
            TenantDirectory tenants,
            CurrentPerson person,
            Messages messages) {
        this.showing = showing;
        this.messages = messages;
        zone = CurrentTenant.maybe().flatMap(tenants::find).orElse(null);
        published =
                person.may(DelegationPermissions.READ)
                        ? directory.all().stream().filter(list -> list.edition() > 0).toList()
                        : List.of();
        based = showing.now();
        addClassNames("detail-page", "form-page", "public-showing", "stacking");
        fields();
        var choice = section("which", which, lists);
        var actions = new Div(show, hide);
        actions.addClassName("actions");
        add(new H1(word("title")), new Paragraph(word("detail")), state, choice, actions);
        add(section("preview", preview), told());
        fill();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    @Override
    public String getPageTitle() {
        return word("title") + " · " + getTranslation("ui.product");
    }

    boolean isTouched() {
        return !Objects.equals(wanted(), based.lists());
    }

    private void fields() {
        which.setItems(Which.values());
        which.setItemLabelGenerator(one -> word("which." + one));
        which.setAriaLabel(word("group.which"));
        which.addValueChangeListener(change -> follow());
        lists.setLabel(word("lists"));
        lists.setItems(published);
        lists.setItemLabelGenerator(list ->
                messages.of(getLocale(), list.kind()) + getTranslation("ui.colon") + list.title());
        lists.addValueChangeListener(change -> preview());
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show.setDisableOnClick(true);
        show.addClickListener(click -> {
            try {
                decide(() -> showing.show(wanted(), based.version()), "shown");
            } finally {
                show.setEnabled(true);
            }
        });
        hide.setText(word("hide"));
        hide.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        hide.addClickListener(click -> {
            var ask =
                    new AskDialog(
                            word("hide.ask"),
                            word("hide"),
                            () -> decide(() -> showing.hide(based.version()), "hidden"));
            ask.form.add(new Paragraph(word("hide.detail")));
            ask.open();
        });
    }

    /** Who was slower sees how it stands now, and decides again. */
    private void decide(Runnable act, String done) {
        try {
            act.run();
            Tell.done(word(done));
        } catch (ChangedMeanwhile slower) {
            Tell.refused(messages.text(getLocale(), slower));
        }
        based = showing.now();
        unsaved.saved();
        fill();
    }

    private void fill() {
        which.setValue(based.lists() == null ? Which.ALL : Which.CHOSEN);
        lists.setValue(
                based.lists() == null
                        ? Set.of()
                        : published.stream()
                                .filter(list -> based.lists().contains(list.id()))
                                .collect(Collectors.toSet()));
        show.setText(word(based.shown() ? "save" : "show"));
        hide.setVisible(based.shown());
        state();
        follow();
    }

    private void follow() {
        lists.setVisible(which.getValue() == Which.CHOSEN);
        preview();
    }

    private void state() {
        state.removeAll();
        state.addClassName("public-state");
        var chip = new Span(word(based.shown() ? "state.shown" : "state.hidden"));
        chip.addClassNames("chip", based.shown() ? "good" : "past");
        state.add(chip);
        if (based.shown() && zone != null) {
            var path = "z/" + zone.code() + "/powers";
            var link = new Anchor(path, "/" + path);
            link.setTarget("_blank");
            link.getElement().setAttribute("router-ignore", true);
            link.getElement().setAttribute("rel", "noopener");
            link.setAriaLabel(word("open"));
            state.add(link);
        }
        if (based.changedAt() != null) {
            var by =
                    new Span(
                            word(
                                    "changed",
                                    Shown.moment(based.changedAt()),
                                    Shown.text(based.changedName())));
            by.addClassName("sub");
            state.add(by);
        }
    }

    /** As it will be when it is decided so. */
    private void preview() {
        preview.removeAll();
        if (published.isEmpty()) {
            preview.add(new EmptyState(Glyph.Of.FILE, word("none")));
            return;
        }
        var table =
                new PlainTable(
                        word("group.preview"),
                        List.of(
                                word("list"),
                                word("edition"),
                                word("entries"),
                                word("shownOrNot")));
        var wanted = wanted();
        for (var list : published) {
            boolean is = wanted == null || wanted.contains(list.id());
            var chip = new Span(word(is ? "yes" : "no"));
            chip.addClassNames("chip", is ? "good" : "past");
            table.row(
                    named(list),
                    word("edition.of", list.edition(), Shown.moment(list.publishedAt())),
                    Shown.figure(list.entries()),
                    chip);
        }
        preview.add(table);
    }

    private Component named(PowerList list) {
        var kind = new Span(messages.of(getLocale(), list.kind()));
        kind.addClassName("sub");
        var cell = new Div(new Span(list.title()), kind);
        cell.addClassName("name-cell");
        return cell;
    }

    private @Nullable Set<ListId> wanted() {
        return which.getValue() != Which.CHOSEN
                ? null
                : lists.getValue().stream()
                        .map(PowerList::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Section told() {
        var seen = new UnorderedList();
        for (var key : List.of("seen.entries", "seen.editions", "seen.zones", "seen.not")) {
            seen.add(new ListItem(word(key)));
        }
        return section("seen", seen);
    }

    private Section section(String key, Component... parts) {
        var section = new Section(new H2(word("group." + key)));
        section.add(parts);
        section.addClassName("form-group");
        return section;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.delegation.public." + key, arguments);
    }
}
