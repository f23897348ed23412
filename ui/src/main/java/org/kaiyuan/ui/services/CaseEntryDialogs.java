package org.kaiyuan.ui.services;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseMaterial;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;

/** 预审, 受理, 容缺受理, 一次性补正, 不予受理. */
final class CaseEntryDialogs {
    private static final int DEFERRED_DAYS = 14;

    private final CaseAsk asking;

    CaseEntryDialogs(CaseAsk asking) {
        this.asking = asking;
    }

    AskDialog precheck(CaseSheet sheet) {
        var remark = asking.longText();
        var ask =
                asking.of(
                        sheet,
                        CaseAct.PRECHECK,
                        version ->
                                asking.doors
                                        .acceptance()
                                        .precheck(
                                                sheet.row().id(),
                                                CaseAsk.perhaps(remark.getValue()),
                                                version));
        ask.saying(asking.word("precheck.detail"));
        ask.with("remark", asking.word("remark"), remark);
        return ask;
    }

    AskDialog accept(CaseSheet sheet) {
        return asking.of(
                        sheet,
                        CaseAct.ACCEPT,
                        version -> asking.doors.acceptance().accept(sheet.row().id(), version))
                .saying(asking.word("accept.detail"));
    }

    AskDialog acceptDeferred(CaseSheet sheet) {
        var materials = new CheckboxGroup<String>();
        var deferrable =
                sheet.materials().stream()
                        .filter(one -> one.material().deferrable())
                        .filter(one -> isWanting(one) || one.state() == MaterialState.DEFERRED)
                        .collect(
                                Collectors.toMap(
                                        one -> one.material().key(),
                                        one -> one.material().name(),
                                        (one, other) -> one,
                                        LinkedHashMap::new));
        materials.setItems(deferrable.keySet());
        materials.setItemLabelGenerator(key -> deferrable.getOrDefault(key, key));
        materials.setValue(Set.copyOf(deferrable.keySet()));
        materials.addClassName("wide");
        var until = new DayField();
        until.setMin(asking.doors.today());
        until.setValue(asking.doors.today().plusDays(DEFERRED_DAYS));
        var ask =
                asking.of(
                        sheet,
                        CaseAct.ACCEPT_DEFERRED,
                        version -> {
                            if (materials.getValue().isEmpty()) {
                                throw new ServicesFieldsRefused(
                                        "materials", "services.rule.required");
                            }
                            asking.doors
                                    .acceptance()
                                    .acceptDeferred(
                                            sheet.row().id(),
                                            materials.getValue(),
                                            CaseAsk.needed("until", until.getValue()),
                                            version);
                        });
        ask.saying(asking.word("deferred.detail"));
        ask.with("materials", asking.word("deferred.materials"), materials);
        ask.with("until", asking.word("deferred.until"), until);
        return ask;
    }

    /** Everything that is missing, in one letter: it can be asked for once. */
    AskDialog supplement(CaseSheet sheet) {
        Map<String, Checkbox> ticked = new LinkedHashMap<>();
        Map<String, TextField> remarks = new LinkedHashMap<>();
        var lines = new Div();
        lines.addClassNames("supplement-lines", "wide");
        lines.add(new H3(asking.word("supplement.materials")));
        for (var one : sheet.materials()) {
            var key = one.material().key();
            var name = one.material().name();
            var tick = new Checkbox(name);
            tick.setValue(one.material().required() && isWanting(one) || isBad(one));
            var remark = CaseAsk.line(500);
            remark.setPlaceholder(asking.word("supplement.remark"));
            remark.setAriaLabel(asking.word("supplement.remark.of", name));
            if (one.remark() != null) {
                remark.setValue(one.remark());
            } else if (one.state() == MaterialState.MISSING && tick.getValue()) {
                remark.setValue(asking.word("supplement.missing"));
            }
            remark.setVisible(tick.getValue());
            tick.addValueChangeListener(change -> remark.setVisible(change.getValue()));
            ticked.put(key, tick);
            remarks.put(key, remark);
            var line = new Div(tick, remark);
            line.addClassName("supplement-line");
            lines.add(line);
        }
        var said = asking.longText();
        said.setHelperText(asking.word("supplement.said.help"));
        var ask =
                asking.of(
                        sheet,
                        CaseAct.ASK_SUPPLEMENT,
                        version -> {
                            var wanted = new LinkedHashMap<String, String>();
                            ticked.forEach((key, tick) -> {
                                var remark = remarks.get(key);
                                if (tick.getValue() && remark != null) {
                                    wanted.put(
                                            key, CaseAsk.text("remarks." + key, remark.getValue()));
                                }
                            });
                            asking.doors
                                    .acceptance()
                                    .askSupplement(
                                            sheet.row().id(),
                                            wanted,
                                            said.getValue().strip(),
                                            version);
                        });
        ask.saying(asking.word("supplement.detail"));
        ask.form.add(lines);
        remarks.forEach((key, remark) -> ask.refusedAt("remarks." + key, remark));
        ask.with("said", asking.word("supplement.said"), said);
        return ask;
    }

    AskDialog notAccept(CaseSheet sheet) {
        var why = asking.longText();
        var ask =
                asking.of(
                        sheet,
                        CaseAct.NOT_ACCEPT,
                        version ->
                                asking.doors
                                        .acceptance()
                                        .notAccept(
                                                sheet.row().id(),
                                                CaseAsk.text("why", why.getValue()),
                                                version));
        ask.saying(asking.word("notAccept.detail")).grave();
        ask.with("why", asking.word("notAccept.why"), why);
        return ask;
    }

    /** What came in over the counter for an enterprise that was asked: scans first, then it counts as handed in. */
    AskDialog supplied(CaseSheet sheet) {
        var id = sheet.row().id();
        var ask =
                asking.of(
                        sheet,
                        CaseAct.SUPPLEMENT,
                        version -> asking.doors.papers().supplied(id, version));
        ask.saying(asking.word("supplied.detail"));
        for (var one : sheet.materials()) {
            if (isWanting(one) || one.state() == MaterialState.DEFERRED) {
                var name = new Span(one.material().name());
                var scan =
                        new Details(
                                name,
                                new CaseScan(
                                        asking.doors,
                                        id,
                                        one.material().key(),
                                        file ->
                                                name.setText(
                                                        asking.word(
                                                                "counter.scanned",
                                                                one.material().name()))));
                scan.addClassName("wide");
                ask.form.add(scan);
            }
        }
        return ask;
    }

    /** Whether something is awaited of the enterprise that staff may bring in for it. */
    static boolean isAwaited(CaseSheet sheet) {
        return sheet.partOf() == null
                && (sheet.row().state() == CaseState.SUPPLEMENT
                        || sheet.row().state() == CaseState.ACCEPTED
                                && sheet.materials().stream()
                                        .anyMatch(one -> one.state() == MaterialState.DEFERRED));
    }

    static boolean isWanting(CaseMaterial one) {
        return one.state() == MaterialState.MISSING || isBad(one);
    }

    private static boolean isBad(CaseMaterial one) {
        return one.state() == MaterialState.FOUND_BAD;
    }
}
