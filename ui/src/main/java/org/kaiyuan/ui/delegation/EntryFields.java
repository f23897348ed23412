package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BoundaryShare;
import org.kaiyuan.delegation.DecisionPaper;
import org.kaiyuan.delegation.DelegationFieldsRefused;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.Duty;
import org.kaiyuan.delegation.DutyStep;
import org.kaiyuan.delegation.EmpowermentArea;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.PaperKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.Rows;

/** The fields of an entry, as its kind of list has them. */
class EntryFields extends Div {
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    final ComboBox<MatterChoice.Entry> matter;
    final TextField originalAuthority = text("originalAuthority", 200);
    final TextField receivingBody = text("receivingBody", 200);
    final Select<DelegationMode> mode = new Select<>();
    final TextField subPark = text("subPark", 200);
    final TextField category = text("category", 200);
    final BigDecimalField most = new BigDecimalField();
    final TextArea conditions = area("conditions");
    final DayField effectiveOn = day("effectiveOn");
    final DayField handoverOn = day("handoverOn");
    final DayField expiresOn = day("expiresOn");
    final ComboBox<DecisionPaper> document;
    final ComboBox<DecisionPaper> letter;
    final Select<EmpowermentArea> field = new Select<>();
    final IntegerField batch = new IntegerField();
    final Map<DutyStep, DutyFields> duties = new EnumMap<>(DutyStep.class);
    final Rows<BoundaryShare> shares;
    final TextArea remarks = area("remarks");
    final FieldMarks marks = new FieldMarks(this);

    /** What has to be done at one step, and what follows when it is not. */
    record DutyFields(TextArea responsibility, TextArea accountability) implements Serializable {
        boolean isEmpty() {
            return responsibility.isEmpty() && accountability.isEmpty();
        }
    }

    private final transient DelegationDoors doors;
    private final transient MatterChoice choice;
    private final PowerListKind kind;
    private transient EntryAct act = EntryAct.GRANT;
    private transient @Nullable EntryId ends;

    EntryFields(DelegationDoors doors, PowerListKind kind) {
        this.doors = doors;
        this.kind = kind;
        addClassName("entry-fields");
        choice = new MatterChoice(doors.catalogue());
        matter = choice.field();
        matter.setLabel(getTranslation("ui.delegation.matter"));
        matter.setRequiredIndicatorVisible(true);
        document = paper(PaperKind.DECISION, "document");
        letter = paper(PaperKind.LETTER, "letter");
        shares =
                new Rows<>(label("shares"), getTranslation("ui.delegation.share.new"), this::share);
        mode.setLabel(label("mode"));
        mode.setItems(DelegationMode.values());
        mode.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        most.setLabel(getTranslation("ui.delegation.field.mostYuan"));
        most.setHelperText(getTranslation("ui.delegation.field.mostYuan.help"));
        field.setLabel(label("area"));
        field.setItems(EmpowermentArea.values());
        field.setEmptySelectionAllowed(true);
        field.setItemLabelGenerator(
                one -> one == null ? "—" : doors.messages().of(getLocale(), one));
        batch.setLabel(label("batch"));
        batch.setMin(1);
        batch.setMax(99);
        mark("matter", matter);
        mark("originalAuthority", originalAuthority);
        mark("receivingBody", receivingBody);
        mark("mode", mode);
        mark("subPark", subPark);
        mark("category", category);
        mark("mostYuan", most);
        mark("conditions", conditions);
        mark("effectiveOn", effectiveOn);
        mark("handoverOn", handoverOn);
        mark("expiresOn", expiresOn);
        mark("document", document);
        mark("letter", letter);
        mark("area", field);
        mark("batch", batch);
        mark("remarks", remarks);
        lay();
    }

    private void lay() {
        add(group("who", matter, originalAuthority, receivingBody, mode));
        add(group("days", effectiveOn, handoverOn, expiresOn, document, letter));
        add(group("scope", subPark, category, most, conditions));
        if (kind == PowerListKind.EMPOWERMENT) {
            add(group("batch", field, batch));
        }
        if (kind == PowerListKind.DUTIES) {
            add(duties());
        }
        if (kind == PowerListKind.BOUNDARIES) {
            shares.addClassName("wide");
            add(group("shares", shares));
        }
        add(group("rest", remarks));
    }

    private Component group(String key, Component... fields) {
        var grid = new Div(fields);
        grid.addClassName("form-grid");
        Stream.of(fields).forEach(one -> one.getElement().getStyle().set("width", "100%"));
        var group = new Div(new H2(getTranslation("ui.delegation.group." + key)), grid);
        group.addClassName("form-group");
        return group;
    }

    private Component duties() {
        var all = new Div(new H2(label("duties")));
        all.addClassName("form-group");
        for (var step : DutyStep.values()) {
            var said = doors.messages().of(getLocale(), step);
            var responsibility =
                    new TextArea(
                            said + " · " + getTranslation("ui.delegation.duty.responsibility"));
            var accountability =
                    new TextArea(
                            said + " · " + getTranslation("ui.delegation.duty.accountability"));
            responsibility.setMaxLength(4000);
            accountability.setMaxLength(4000);
            responsibility.setWidthFull();
            accountability.setWidthFull();
            duties.put(step, new DutyFields(responsibility, accountability));
            var line = new Div(responsibility, accountability);
            line.addClassName("form-grid");
            all.add(line);
        }
        return all;
    }

    private Rows.Row<BoundaryShare> share(@Nullable BoundaryShare share) {
        var party = new Select<BoundaryShare.Party>();
        party.setItems(BoundaryShare.Party.values());
        party.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        party.setAriaLabel(getTranslation("ui.delegation.share.party"));
        var part = new Select<BoundaryShare.Part>();
        part.setItems(BoundaryShare.Part.values());
        part.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        part.setAriaLabel(getTranslation("ui.delegation.share.part"));
        var unit = new TextField();
        unit.setPlaceholder(getTranslation("ui.delegation.share.unit"));
        unit.setAriaLabel(getTranslation("ui.delegation.share.unit"));
        unit.setMaxLength(200);
        if (share != null) {
            party.setValue(share.party());
            part.setValue(share.part());
            unit.setValue(share.unit() == null ? "" : share.unit());
        }
        return new Rows.Row<>() {
            @Override
            public List<Component> fields() {
                return List.of(party, part, unit);
            }

            @Override
            public @Nullable BoundaryShare value() {
                return party.getValue() == null || part.getValue() == null
                        ? null
                        : new BoundaryShare(party.getValue(), part.getValue(), unit.getValue());
            }
        };
    }

    /** The papers of the zone are some dozens; they are offered by number and title. */
    private ComboBox<DecisionPaper> paper(PaperKind of, String key) {
        var box = new ComboBox<DecisionPaper>(label(key));
        box.setItems(doors.papers().all(of));
        box.setItemLabelGenerator(
                one -> one.number() + (one.title() == null ? "" : " · " + one.title()));
        box.setClearButtonVisible(true);
        box.setHelperText(getTranslation("ui.delegation.paper.help"));
        return box;
    }

    void show(@Nullable EntryNote note) {
        if (note == null) {
            mode.setValue(
                    kind == PowerListKind.ENTRUSTMENT
                            ? DelegationMode.ENTRUSTED
                            : DelegationMode.DIRECT);
            effectiveOn.setValue(doors.today());
            return;
        }
        act = note.act();
        ends = note.ends();
        matter.setValue(choice.of(note.matter()));
        originalAuthority.setValue(note.originalAuthority());
        receivingBody.setValue(note.receivingBody());
        mode.setValue(note.mode());
        subPark.setValue(said(note.subPark()));
        category.setValue(said(note.category()));
        var amount = note.scope().mostYuan();
        most.setValue(amount == null ? null : amount.divide(WAN).stripTrailingZeros());
        conditions.setValue(said(note.scope().conditions()));
        effectiveOn.setValue(note.effectiveOn());
        handoverOn.setValue(note.handoverOn());
        expiresOn.setValue(note.expiresOn());
        document.setValue(kept(note.document(), PaperKind.DECISION));
        letter.setValue(kept(note.letter(), PaperKind.LETTER));
        field.setValue(note.particulars().area());
        batch.setValue(note.particulars().batch());
        note.particulars()
                .duties()
                .forEach(duty -> {
                    var fields = duties.get(duty.step());
                    if (fields != null) {
                        fields.responsibility().setValue(duty.responsibility());
                        fields.accountability().setValue(duty.accountability());
                    }
                });
        shares.setValue(note.particulars().shares());
        remarks.setValue(said(note.remarks()));
    }

    /** What is typed; of what is missing the use case says so. */
    EntryNote note() {
        if (matter.getValue() == null) {
            throw new DelegationFieldsRefused("matter", "delegation.rule.required");
        }
        if (effectiveOn.getValue() == null) {
            throw new DelegationFieldsRefused("effectiveOn", "delegation.rule.required");
        }
        return typed(matter.getValue());
    }

    /** What is typed, for whoever compares it; null while it is no entry yet. */
    @Nullable EntryNote typed() {
        return matter.getValue() == null || effectiveOn.getValue() == null
                ? null
                : typed(matter.getValue());
    }

    private EntryNote typed(MatterChoice.Entry of) {
        return new EntryNote(
                of.id(),
                act,
                ends,
                originalAuthority.getValue(),
                receivingBody.getValue(),
                mode.getValue(),
                new EntryNote.Scope(
                        subPark.getValue(),
                        category.getValue(),
                        most.getValue() == null ? null : most.getValue().multiply(WAN),
                        conditions.getValue()),
                new EntryNote.Days(
                        effectiveOn.getValue(), handoverOn.getValue(), expiresOn.getValue()),
                paper(document.getValue()),
                paper(letter.getValue()),
                new EntryNote.Particulars(
                        field.getValue(), batch.getValue(), typedDuties(), shares.now()),
                remarks.getValue());
    }

    private List<Duty> typedDuties() {
        return duties.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one ->
                        new Duty(
                                one.getKey(),
                                one.getValue().responsibility().getValue(),
                                one.getValue().accountability().getValue()))
                .toList();
    }

    private static EntryNote.Paper paper(@Nullable DecisionPaper paper) {
        return paper == null
                ? EntryNote.Paper.NONE
                : new EntryNote.Paper(
                        paper.id().equals(NOT_KEPT) ? null : paper.id(),
                        paper.number(),
                        paper.decidedOn(),
                        paper.issuer());
    }

    /** Stands for a paper of which the zone has only the number. */
    private static final UUID NOT_KEPT = new UUID(0, 0);

    private @Nullable DecisionPaper kept(EntryNote.Paper paper, PaperKind of) {
        if (!paper.isThere()) {
            return null;
        }
        if (paper.id() != null) {
            return doors.papers().get(paper.id());
        }
        return new DecisionPaper(
                NOT_KEPT,
                of,
                said(paper.number()),
                null,
                paper.issuer(),
                paper.decidedOn(),
                30,
                0,
                30,
                false,
                0);
    }

    private void mark(String key, HasValidation field) {
        marks.at(key, field);
    }

    private TextField text(String key, int most) {
        var field = new TextField(label(key));
        field.setMaxLength(most);
        return field;
    }

    private TextArea area(String key) {
        var field = new TextArea(label(key));
        field.setMaxLength(4000);
        field.addClassName("wide");
        return field;
    }

    private DayField day(String key) {
        var field = new DayField();
        field.setLabel(label(key));
        return field;
    }

    private String label(String key) {
        return getTranslation("ui.delegation.field." + key);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
