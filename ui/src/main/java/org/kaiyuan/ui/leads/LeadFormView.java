package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadChangedMeanwhile;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadFairNames;
import org.kaiyuan.leads.LeadFieldsRefused;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.leads.LeadRevision;
import org.kaiyuan.leads.LeadTwins;
import org.kaiyuan.leads.UnknownLead;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;

/** Taking a lead in within a minute, and changing what is known of one. */
@Route("leads/new")
@RouteAlias("leads/:id/edit")
@RolesAllowed(LeadPermissions.WRITE)
class LeadFormView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    final LeadFields fields;
    final Checkbox intoPool = new Checkbox();
    final Div conflict = new Div();
    final Button save = new Button();
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);

    private final transient LeadDirectory directory;
    private final transient LeadRegistration registration;
    private final transient LeadRevision revision;
    private final transient LeadTwins twins;
    private final transient Messages messages;
    private @Nullable LeadId id;
    private long version;
    private boolean unknown;
    private transient LeadProfile base = LeadDraft.named("").profile();
    private transient LeadProfile untouched = base;

    LeadFormView(
            LeadDirectory directory,
            LeadRegistration registration,
            LeadRevision revision,
            LeadTwins twins,
            LeadFairNames fairs,
            EnterpriseDirectory enterprises,
            CurrentPerson person,
            Messages messages) {
        this.directory = directory;
        this.registration = registration;
        this.revision = revision;
        this.twins = twins;
        this.messages = messages;
        fields =
                new LeadFields(
                        messages,
                        fairs,
                        person.may(EnterprisePermissions.READ)
                                ? new EnterpriseChoice(enterprises)
                                : null,
                        directory.tags());
        unsaved.watch(fields.investors, fields.contacts);
        addClassNames("detail-page", "form-page", "lead-form");
        intoPool.setLabel(getTranslation("ui.leads.record.intoPool"));
        intoPool.setHelperText(getTranslation("ui.leads.record.intoPool.help"));
        conflict.addClassName("conflict");
        conflict.getElement().setAttribute("role", "alert");
        save.setText(getTranslation("ui.form.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                save();
            } finally {
                save.setEnabled(true);
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        unknown = false;
        var asked = event.getRouteParameters().get("id").orElse(null);
        try {
            id = asked == null ? null : new LeadId(UUID.fromString(asked));
            edit(id == null ? null : directory.details(id), event);
        } catch (UnknownLead | IllegalArgumentException notThere) {
            unknown = true;
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("leads.refusal.unknown"),
                            new Anchor("leads", getTranslation("ui.leads.record.back"))));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    @Override
    public String getPageTitle() {
        return heading() + " · " + getTranslation("ui.product");
    }

    boolean isTouched() {
        return !fields.profile().equals(untouched);
    }

    private void edit(@Nullable LeadDetails lead, BeforeEnterEvent event) {
        if (lead == null) {
            fields.show(asked(event));
            untouched = fields.profile();
            if (untouched.investors().isEmpty()) {
                fields.investors.more.click();
                fields.contacts.more.click();
            }
        } else {
            version = lead.version();
            base = lead.profile();
            fields.show(base);
            fields.rest.setOpened(true);
            untouched = fields.profile();
        }
        watchTwins();
        intoPool.setVisible(lead == null);
        conflict.setVisible(false);
        var cancel = new Button(getTranslation("ui.form.cancel"), click -> leave());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(save, cancel, intoPool);
        actions.addClassName("form-actions");
        add(
                new Anchor(back(), getTranslation("ui.form.back")),
                new H1(heading()),
                conflict,
                fields,
                actions);
        if (lead == null) {
            fields.projectName.focus();
        }
    }

    /** Whatever is typed that twins have in common. */
    private void watchTwins() {
        var panel = new TwinsPanel(twins, messages, fields::profile, id);
        fields.twins.removeAll();
        fields.twins.add(panel);
        panel.watch(fields.projectName);
        panel.watch(fields.investors);
        panel.watch(fields.contacts);
        if (id == null) {
            panel.look();
        }
    }

    /** A gap of the chain, or an enterprise, begins a lead with what it knows. */
    private static LeadProfile asked(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var draft = LeadDraft.named("");
        query.getSingleParameter("industry").ifPresent(draft::leadingIndustry);
        query.getSingleParameter("sub").ifPresent(draft::subIndustry);
        query.getSingleParameter("investor")
                .filter(name -> !name.isBlank())
                .ifPresent(name -> draft.investors(List.of(InvestorLine.named(name))));
        return draft.profile();
    }

    private String heading() {
        if (unknown) {
            return getTranslation("ui.not-found.title");
        }
        return id == null
                ? getTranslation("ui.leads.record.new")
                : getTranslation("ui.leads.record.edit", base.projectName());
    }

    private String back() {
        return id == null ? "leads" : "leads/" + id;
    }

    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(back()));
    }

    private void save() {
        fields.accept();
        var typed = fields.profile();
        try {
            if (id == null) {
                id = registration.register(typed, intoPool.getValue());
            } else {
                version = revision.revise(id, version, stored -> typed);
            }
        } catch (LeadFieldsRefused refused) {
            fields.refused(refused.fields());
            Tell.refused(messages.text(getLocale(), refused));
            return;
        } catch (LeadChangedMeanwhile meanwhile) {
            goOnAfter(meanwhile);
            return;
        }
        untouched = fields.profile();
        unsaved.saved();
        Tell.done(getTranslation("ui.form.saved"));
        leave();
    }

    /** Nothing that was typed is lost: what only the others changed is taken over, the rest is shown. */
    private void goOnAfter(LeadChangedMeanwhile meanwhile) {
        if (id == null) {
            return;
        }
        var now = directory.details(id);
        var both = fields.takeOver(base, now.profile());
        version = now.version();
        base = now.profile();
        var words = new LeadWords(messages, getLocale());
        conflict.removeAll();
        conflict.add(
                new Paragraph(
                        getTranslation(
                                both.isEmpty()
                                        ? "ui.leads.record.conflict.taken"
                                        : "ui.leads.record.conflict.both")));
        for (var change : meanwhile.changes()) {
            var field = change.field();
            if (field == null || change.act().equals("unmasked")) {
                continue;
            }
            var line =
                    new Div(
                            getTranslation(
                                    "ui.form.conflict.line",
                                    change.actorName(),
                                    Shown.moment(change.at()),
                                    words.label(field),
                                    words.value(field, change.before()),
                                    words.value(field, change.after())));
            line.addClassName("line");
            conflict.add(line);
        }
        conflict.setVisible(true);
        conflict.scrollIntoView();
    }
}
