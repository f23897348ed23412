package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.CreditCodeTaken;
import org.kaiyuan.enterprises.EnterpriseChangedMeanwhile;
import org.kaiyuan.enterprises.EnterpriseDetails;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFieldsRefused;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.EnterpriseRevision;
import org.kaiyuan.enterprises.QualificationKind;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;

/** Taking an enterprise into the directory, and changing what it says of one. */
@Route("enterprises/new")
@RouteAlias("enterprises/:id/edit")
@RolesAllowed(EnterprisePermissions.WRITE)
class EnterpriseFormView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    final EnterpriseFields fields;
    final Div conflict = new Div();
    final Button save = new Button();
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);

    private final transient EnterpriseDirectory directory;
    private final transient EnterpriseRegistration registration;
    private final transient EnterpriseRevision revision;
    private final transient Messages messages;
    private @Nullable EnterpriseId id;
    private long version;
    private transient EnterpriseProfile base = EnterpriseProfile.named("");
    private transient EnterpriseProfile untouched = base;

    EnterpriseFormView(
            EnterpriseDirectory directory,
            EnterpriseRegistration registration,
            EnterpriseRevision revision,
            Messages messages,
            Clock clock) {
        this.directory = directory;
        this.registration = registration;
        this.revision = revision;
        this.messages = messages;
        var kinds =
                directory.qualificationKinds().stream()
                        .collect(
                                Collectors.toMap(
                                        QualificationKind::code,
                                        QualificationKind::name,
                                        (a, b) -> a,
                                        LinkedHashMap::new));
        fields = new EnterpriseFields(messages, kinds, directory.tags(), LocalDate.now(clock));
        unsaved.watch(fields.formerNames, fields.contacts, fields.qualifications, fields.figures);
        addClassNames("detail-page", "form-page");
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
        var asked = event.getRouteParameters().get("id").orElse(null);
        try {
            id = asked == null ? null : new EnterpriseId(UUID.fromString(asked));
            edit(id == null ? null : directory.details(id));
        } catch (UnknownEnterprise | IllegalArgumentException unknown) {
            add(
                    new EmptyState(
                            Glyph.Of.BUILDING,
                            getTranslation("enterprises.refusal.unknown"),
                            new Anchor("enterprises", getTranslation("ui.enterprises.back"))));
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

    private void edit(@Nullable EnterpriseDetails enterprise) {
        if (enterprise != null) {
            id = enterprise.id();
            version = enterprise.version();
            base = enterprise.profile();
            fields.show(base);
        }
        untouched = fields.profile();
        conflict.setVisible(false);
        var cancel = new Button(getTranslation("ui.form.cancel"), click -> leave());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(save, cancel);
        actions.addClassName("form-actions");
        add(
                new Anchor(back(), getTranslation("ui.form.back")),
                new H1(heading()),
                conflict,
                fields,
                actions);
    }

    private String heading() {
        return id == null
                ? getTranslation("ui.enterprises.new")
                : getTranslation("ui.enterprises.edit", base.name());
    }

    private String back() {
        return id == null ? "enterprises" : "enterprises/" + id;
    }

    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(back()));
    }

    private void save() {
        fields.accept();
        var typed = fields.profile();
        try {
            if (id == null) {
                id = registration.register(typed);
            } else {
                version = revision.revise(id, version, typed);
            }
        } catch (EnterpriseFieldsRefused | CreditCodeTaken refused) {
            fields.refused(refused.fields());
            Tell.refused(messages.text(getLocale(), (Refusal) refused));
            return;
        } catch (EnterpriseChangedMeanwhile meanwhile) {
            goOnAfter(meanwhile);
            return;
        }
        untouched = fields.profile();
        unsaved.saved();
        Tell.done(getTranslation("ui.form.saved"));
        leave();
    }

    /** Nothing that was typed is lost: what only the others changed is taken over, the rest is shown. */
    private void goOnAfter(EnterpriseChangedMeanwhile meanwhile) {
        if (id == null) {
            return;
        }
        var now = directory.details(id);
        var both = fields.takeOver(base, now.profile());
        version = now.version();
        base = now.profile();
        var words = new FieldWords(messages, getLocale());
        conflict.removeAll();
        conflict.add(
                new Paragraph(
                        getTranslation(
                                both.isEmpty()
                                        ? "ui.form.conflict.taken"
                                        : "ui.form.conflict.both")));
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
