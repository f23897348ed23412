package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.kaiyuan.services.Absences;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** 请假与代办: who is away, and who does their cases meanwhile. */
@Route(CaseNavigation.ABSENCES)
@RolesAllowed(ServicesPermissions.HANDLE)
class DeskAbsencesView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int WEEK = 7;

    final CaseColleagueBox substitute;
    final DayField from = new DayField();
    final DayField until = new DayField();
    final Button say = new Button();
    final Button back = new Button();
    private final transient CaseDoors doors;
    private final transient Absences absences;
    private final Section mine = new Section();
    private final Section all = new Section();
    private final FieldMarks marks;

    DeskAbsencesView(CaseDoors doors, Absences absences) {
        this.doors = doors;
        this.absences = absences;
        substitute = new CaseColleagueBox(doors.people(), doors.person().username());
        addClassNames("detail-page", "desk-absences");
        substitute.setLabel(word("absences.substitute"));
        from.setLabel(word("absences.from"));
        until.setLabel(word("absences.until"));
        until.setHelperText(word("absences.until.help"));
        marks =
                new FieldMarks(this)
                        .at("substitute", substitute)
                        .at("from", from)
                        .at("until", until);
        say.setText(word("absences.say"));
        say.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        say.setDisableOnClick(true);
        say.addClickListener(click -> {
            try {
                say();
            } finally {
                say.setEnabled(true);
            }
        });
        back.setText(word("absences.back"));
        back.setDisableOnClick(true);
        back.addClickListener(click -> {
            absences.back();
            Tell.done(word("absences.isBack"));
            answer();
        });
        mine.addClassName("form-group");
        var head = new Div(new H1(word("place.absences")));
        head.addClassName("page-head");
        add(head, new Paragraph(word("absences.detail")), mine, all);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        from.setValue(doors.today());
        until.setValue(doors.today().plusDays(WEEK));
        answer();
    }

    @Override
    public String getPageTitle() {
        return word("place.absences") + " · " + getTranslation("ui.product");
    }

    private void say() {
        boolean said =
                marks.done(() ->
                        absences.say(
                                CaseAsk.text("substitute", substitute.username()),
                                CaseAsk.needed("from", from.getValue()),
                                CaseAsk.needed("until", until.getValue())));
        if (said) {
            Tell.done(getTranslation("ui.form.saved"));
            answer();
        }
    }

    private void answer() {
        mine.removeAll();
        mine.add(new H2(word("absences.mine")));
        var own = absences.mine();
        if (own != null) {
            mine.add(
                    new Paragraph(
                            word(
                                    "absences.mine.said",
                                    Shown.date(own.from()),
                                    Shown.date(own.until()),
                                    own.substituteName())));
            back.setEnabled(true);
        }
        var fields = new Div(substitute, from, until);
        fields.addClassNames("form-grid", "top");
        say.setText(word(own == null ? "absences.say" : "absences.change"));
        var bar = new Div(say);
        if (own != null) {
            bar.add(back);
        }
        bar.addClassNames("actions", "absence-acts");
        mine.add(fields, bar);
        list();
    }

    private void list() {
        all.removeAll();
        all.add(new H2(word("absences.all")));
        var known = absences.list();
        if (known.isEmpty()) {
            all.add(new EmptyState(Glyph.Of.CALENDAR, word("absences.none")));
            return;
        }
        var table =
                new PlainTable(
                        word("absences.all"),
                        List.of(
                                word("absences.who"),
                                word("absences.substitute"),
                                word("absences.from"),
                                word("absences.until")));
        for (var one : known) {
            table.row(
                    one.name(),
                    one.substituteName(),
                    Shown.date(one.from()),
                    Shown.date(one.until()));
        }
        all.add(table);
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
