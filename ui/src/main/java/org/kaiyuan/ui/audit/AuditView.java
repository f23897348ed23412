package org.kaiyuan.ui.audit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.AuditExport;
import org.kaiyuan.platform.audit.AuditLine;
import org.kaiyuan.platform.audit.AuditPermissions;
import org.kaiyuan.platform.audit.AuditTrail;
import org.kaiyuan.platform.audit.AuditVerification;
import org.kaiyuan.platform.audit.AuditWords;
import org.kaiyuan.platform.audit.Verification;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.ui.kit.Behind;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.ExportLinks;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Shown;

/** The trail of the zone, newest first; the address holds what is asked. */
@Route("audit")
@RolesAllowed(AuditPermissions.READ)
class AuditView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int NARROW = 720;

    final TextField person = new TextField();
    final ComboBox<String> act = new ComboBox<>();
    final ComboBox<String> kind = new ComboBox<>();
    final DayField from = new DayField();
    final DayField to = new DayField();
    final TextField text = new TextField();
    final Button verify = new Button();
    final Div told = new Div();
    final Grid<AuditLine> lines = new Grid<>();

    private final transient AuditVerification verification;
    private final transient AuditExport export;
    private final transient AuditWords words;
    private final transient AuditCells cells;
    private final transient KeysetPages<AuditLine> pages;
    private final transient Messages messages;
    private final transient Locale locale;

    /** Read by downloads, too, which do not hold the session. */
    private transient volatile AuditQuestion asked = AuditQuestion.ALL;

    private boolean settling;

    AuditView(
            AuditTrail trail,
            AuditVerification verification,
            AuditExport export,
            AuditWords words,
            TenantDirectory tenants,
            CurrentPerson who,
            Messages messages) {
        this.verification = verification;
        this.export = export;
        this.words = words;
        this.messages = messages;
        locale = getLocale();
        cells = new AuditCells(words, tenants, messages, locale);
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = trail.find(asked.filter(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        act.setItems(trail.acts());
        kind.setItems(words.kinds());
        addClassName("list-page");
        setSizeFull();
        told.addClassName("told");
        told.getElement().setAttribute("role", "status");
        told.setText(getTranslation("ui.audit.detail"));
        add(head(who), filterBar(), told, grid());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var page = attached.getUI().getPage();
        page.executeJs("return window.innerWidth").then(Integer.class, this::fit);
        var resizing = page.addBrowserWindowResizeListener(resized -> fit(resized.getWidth()));
        addDetachListener(detached -> resizing.remove());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = AuditQuestion.of(event.getLocation().getQueryParameters().getParameters());
        settling = true;
        person.setValue(asked.person() == null ? "" : asked.person());
        act.setValue(asked.act());
        kind.setValue(asked.kind());
        from.setValue(asked.from());
        to.setValue(asked.to());
        text.setValue(asked.text() == null ? "" : asked.text());
        settling = false;
        pages.forget();
        lines.getDataProvider().refreshAll();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.audit") + " · " + getTranslation("ui.product");
    }

    /** One column of cards on a phone, all columns elsewhere. */
    void fit(int pixels) {
        boolean narrow = pixels < NARROW;
        lines.getColumns()
                .forEach(column -> column.setVisible("card".equals(column.getKey()) == narrow));
    }

    private Component head(CurrentPerson who) {
        verify.setText(getTranslation("ui.audit.verify"));
        verify.setIcon(new Glyph(Glyph.Of.CHECK));
        verify.setTooltipText(getTranslation("ui.audit.verify.detail"));
        verify.setDisableOnClick(true);
        verify.addClickListener(click -> {
            try {
                tell(verification.whole());
            } finally {
                verify.setEnabled(true);
            }
        });
        var actions = new Div(verify);
        actions.addClassName("actions");
        if (who.may(AuditPermissions.EXPORT)) {
            actions.add(
                    new Behind(
                            getTranslation("ui.export"),
                            Glyph.Of.EXPORT,
                            new ExportLinks(
                                    messages,
                                    locale,
                                    format -> export.export(asked.filter(), format, locale)),
                            () -> {}));
        }
        var head = new Div(new H1(getTranslation("ui.audit")), actions);
        head.addClassName("page-head");
        return head;
    }

    private void tell(Verification found) {
        told.removeClassNames("warning", "good");
        var fault = found.fault();
        if (fault == null) {
            told.addClassName("good");
            told.setText(
                    getTranslation(
                            "ui.audit.sound",
                            Shown.figure(found.lines()),
                            Shown.figure(found.links()),
                            Shown.figure(found.waiting()),
                            found.head(),
                            Shown.text(found.headHash())));
        } else {
            told.addClassName("warning");
            told.setText(
                    getTranslation(
                            "ui.audit.broken",
                            messages.of(locale, fault),
                            Shown.figure(found.faultyLink())));
        }
        pages.forget();
        lines.getDataProvider().refreshAll();
    }

    private Component filterBar() {
        text.setPlaceholder(getTranslation("ui.audit.text"));
        text.setAriaLabel(getTranslation("ui.audit.text"));
        text.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        text.addClassName("wide");
        person.setPlaceholder(getTranslation("ui.audit.person"));
        person.setAriaLabel(getTranslation("ui.audit.person"));
        person.setPrefixComponent(new Glyph(Glyph.Of.PERSON));
        for (var field : List.of(text, person)) {
            field.setClearButtonVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> ask());
        }
        act.setPlaceholder(getTranslation("ui.audit.act"));
        act.setAriaLabel(getTranslation("ui.audit.act"));
        act.setItemLabelGenerator(one -> words.act(locale, one));
        kind.setPlaceholder(getTranslation("ui.audit.kind"));
        kind.setAriaLabel(getTranslation("ui.audit.kind"));
        kind.setItemLabelGenerator(one -> words.kind(locale, one));
        for (var field : List.of(act, kind)) {
            field.setClearButtonVisible(true);
            field.addValueChangeListener(change -> ask());
        }
        from.setPlaceholder(getTranslation("ui.audit.from"));
        from.setAriaLabel(getTranslation("ui.audit.from"));
        to.setPlaceholder(getTranslation("ui.audit.to"));
        to.setAriaLabel(getTranslation("ui.audit.to"));
        for (var field : List.of(from, to)) {
            field.setClearButtonVisible(true);
            field.addClassName("day");
            field.addValueChangeListener(change -> ask());
        }
        var bar = new Div(text, person, act, kind, from, to);
        bar.addClassNames("filter-bar", "audit-filters");
        return bar;
    }

    /** A new question is a new address, so that the back button leads to the one before. */
    private void ask() {
        if (settling) {
            return;
        }
        var question =
                new AuditQuestion(
                        blankAsNothing(person.getValue()),
                        act.getValue(),
                        kind.getValue(),
                        asked.record(),
                        from.getValue(),
                        to.getValue(),
                        blankAsNothing(text.getValue()));
        if (!question.equals(asked)) {
            getUI().ifPresent(
                            ui -> ui.navigate("audit", new QueryParameters(question.parameters())));
        }
    }

    private static @org.jspecify.annotations.Nullable String blankAsNothing(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private Component grid() {
        lines.addComponentColumn(cells::time)
                .setHeader(getTranslation("ui.audit.at"))
                .setWidth("150px")
                .setFlexGrow(0);
        lines.addComponentColumn(cells::person)
                .setHeader(getTranslation("ui.audit.who"))
                .setWidth("180px")
                .setFlexGrow(1);
        lines.addColumn(cells::act)
                .setHeader(getTranslation("ui.audit.act"))
                .setWidth("140px")
                .setFlexGrow(0);
        lines.addComponentColumn(cells::record)
                .setHeader(getTranslation("ui.audit.record"))
                .setWidth("120px")
                .setFlexGrow(0);
        lines.addComponentColumn(cells::change)
                .setHeader(getTranslation("ui.audit.change"))
                .setWidth("260px")
                .setFlexGrow(4);
        lines.addColumn(line -> Shown.text(line.address()))
                .setHeader(getTranslation("ui.audit.address"))
                .setWidth("140px")
                .setFlexGrow(0);
        lines.addComponentColumn(cells::card)
                .setKey("card")
                .setHeader(getTranslation("ui.audit"))
                .setVisible(false);
        lines.setEmptyStateComponent(
                new EmptyState(Glyph.Of.CLOCK, getTranslation("ui.audit.empty")));
        lines.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        lines.getLazyDataView().setIdentifierProvider(AuditLine::id);
        lines.setPageSize(PAGE);
        lines.setSelectionMode(Grid.SelectionMode.NONE);
        lines.setSizeFull();
        return lines;
    }
}
