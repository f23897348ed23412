package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kaiyuan.platform.audit.ChangedMeanwhile;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.ui.kit.Tell;

/** What whoever looks may do next with a case: the nearest first, what is rare behind it. */
final class CaseActs {
    /** In the order in which they are offered; the first that may be done is the one that stands out. */
    private static final List<CaseAct> OFFERED =
            List.of(
                    CaseAct.CLAIM,
                    CaseAct.PRECHECK,
                    CaseAct.ACCEPT,
                    CaseAct.ACCEPT_DEFERRED,
                    CaseAct.ASK_SUPPLEMENT,
                    CaseAct.NOT_ACCEPT,
                    CaseAct.SUPPLEMENT,
                    CaseAct.ANSWER,
                    CaseAct.GIVE_OPINION,
                    CaseAct.EXTEND,
                    CaseAct.DECLINE_EXTENSION,
                    CaseAct.RESUME,
                    CaseAct.DECIDE,
                    CaseAct.UPPER_DECIDED,
                    CaseAct.VERIFY_PLEDGE,
                    CaseAct.DELIVER,
                    CaseAct.ARCHIVE,
                    CaseAct.ASSIGN,
                    CaseAct.ASK_OPINION,
                    CaseAct.STOP,
                    CaseAct.ASK_EXTENSION,
                    CaseAct.HAND_OVER,
                    CaseAct.RELEASE,
                    CaseAct.REMARK);

    /** What moves a case on; the first of them stands out. */
    private static final Set<CaseAct> FORWARD =
            EnumSet.of(
                    CaseAct.CLAIM,
                    CaseAct.ACCEPT,
                    CaseAct.ANSWER,
                    CaseAct.GIVE_OPINION,
                    CaseAct.EXTEND,
                    CaseAct.RESUME,
                    CaseAct.DECIDE,
                    CaseAct.UPPER_DECIDED,
                    CaseAct.DELIVER,
                    CaseAct.ARCHIVE);

    private final CaseSheet sheet;
    private final CaseAsk ask;

    CaseActs(CaseDoors doors, Component page, CaseSheet sheet, SerializableRunnable then) {
        this.sheet = sheet;
        ask = new CaseAsk(doors, page, then);
    }

    Div row() {
        var row = new Div();
        row.addClassNames("actions", "case-acts");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", ask.word("acts"));
        buttons().forEach(row::add);
        return row;
    }

    /** The one that stands out, beside a list. */
    Optional<Button> quick() {
        return buttons().stream()
                .filter(one -> one.getThemeNames().contains("primary"))
                .findFirst();
    }

    private List<Button> buttons() {
        var buttons = new ArrayList<Button>();
        boolean marked = false;
        for (var act : OFFERED) {
            if (offered(act)) {
                var button = new Button(ask.word("act." + act), click -> begin(act));
                button.setDisableOnClick(true);
                button.addClickListener(click -> button.setEnabled(true));
                if (!marked && FORWARD.contains(act)) {
                    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                    marked = true;
                }
                buttons.add(button);
            }
        }
        return buttons;
    }

    /** Handing in is the enterprise's; at the counter staff do it for who has no account. */
    private boolean offered(CaseAct act) {
        return act == CaseAct.SUPPLEMENT
                ? ask.doors.handles() && CaseEntryDialogs.isAwaited(sheet)
                : sheet.acts().contains(act);
    }

    void begin(CaseAct act) {
        var entry = new CaseEntryDialogs(ask);
        var review = new CaseReviewDialogs(ask);
        var clock = new CaseClockDialogs(ask);
        var end = new CaseEndDialogs(ask);
        var desk = new CaseDeskDialogs(ask);
        switch (act) {
            case CLAIM -> at(() -> ask.doors.desk().claim(sheet.row().id(), version()), act);
            case RELEASE -> at(() -> ask.doors.desk().release(sheet.row().id(), version()), act);
            case PRECHECK -> entry.precheck(sheet).open();
            case ACCEPT -> entry.accept(sheet).open();
            case ACCEPT_DEFERRED -> entry.acceptDeferred(sheet).open();
            case ASK_SUPPLEMENT -> entry.supplement(sheet).open();
            case NOT_ACCEPT -> entry.notAccept(sheet).open();
            case SUPPLEMENT -> entry.supplied(sheet).open();
            case ASK_OPINION -> review.ask(sheet).open();
            case GIVE_OPINION -> review.opinion(sheet, null).open();
            case REMARK -> review.remark(sheet).open();
            case STOP -> clock.stop(sheet).open();
            case RESUME -> clock.resume(sheet).open();
            case ASK_EXTENSION -> clock.askExtension(sheet).open();
            case EXTEND -> clock.extend(sheet).open();
            case DECLINE_EXTENSION -> clock.decline(sheet).open();
            case DECIDE -> new CaseDecideDialog(ask, sheet).ask.open();
            case UPPER_DECIDED -> end.upperDecided(sheet).open();
            case VERIFY_PLEDGE -> end.verifyPledge(sheet).open();
            case DELIVER -> end.deliver(sheet).open();
            case ARCHIVE -> end.archive(sheet).open();
            case HAND_OVER -> desk.handOver(sheet).open();
            case ASSIGN -> desk.assign(sheet).open();
            case ANSWER -> desk.answer(sheet).open();
            case SUBMIT, DEEM_ACCEPTED, DEFERRED_HANDED_IN, CHECK, WITHDRAW -> {
                // of the enterprise, of the clock, or at each material
            }
        }
    }

    private long version() {
        return sheet.row().version();
    }

    /** Needs no answer; who was quicker is named, and the page shows what is. */
    private void at(SerializableRunnable run, CaseAct act) {
        try {
            run.run();
            Tell.done(ask.word("done", ask.word("act." + act)));
        } catch (ChangedMeanwhile meanwhile) {
            Tell.refused(ask.page.getTranslation(meanwhile.messageKey(), meanwhile.arguments()));
        }
        ask.then.run();
    }
}
