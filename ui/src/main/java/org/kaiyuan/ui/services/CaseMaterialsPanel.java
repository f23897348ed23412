package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.platform.audit.ChangedMeanwhile;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Sizes;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseMaterial;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.ui.files.FileDownload;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** The checklist: each material with its files, whether it is good, and what is wrong with it. */
class CaseMaterialsPanel extends Div {
    private final transient CaseDoors doors;
    private final transient CaseCells cells;
    private final transient CaseSheet sheet;
    private final SerializableRunnable then;

    CaseMaterialsPanel(CaseDoors doors, CaseSheet sheet, SerializableRunnable then) {
        this.doors = doors;
        this.sheet = sheet;
        this.then = then;
        cells = new CaseCells(doors.messages(), getLocale());
        addClassName("case-materials");
        long good =
                sheet.materials().stream()
                        .filter(one -> one.state() == MaterialState.FOUND_GOOD)
                        .count();
        var head = new Div(new H2(word("materials")));
        head.addClassName("section-head");
        head.add(CaseCells.quiet(word("materials.checked", good, sheet.materials().size())));
        add(head);
        if (sheet.materials().isEmpty()) {
            add(CaseCells.quiet(word("materials.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("check-list");
        sheet.materials().forEach(one -> list.add(item(one)));
        add(list);
    }

    private ListItem item(CaseMaterial one) {
        var material = one.material();
        var name = new Span(material.name());
        name.addClassName("title");
        var head = new Div(name, cells.material(one.state()));
        head.addClassName("check-head");
        if (material.required()) {
            head.add(CaseCells.chip(word("material.required"), "neutral"));
        }
        if (material.deferrable()) {
            head.add(CaseCells.chip(word("material.deferrable"), "neutral"));
        }
        var item = new ListItem(head);
        if (material.originals() + material.copies() > 0) {
            item.add(
                    CaseCells.sub(
                            word("material.copies", material.originals(), material.copies())));
        }
        if (material.remark() != null) {
            item.add(CaseCells.sub(material.remark()));
        }
        if (one.remark() != null && !one.remark().isBlank()) {
            var remark = new Div(one.remark());
            remark.addClassNames("check-remark");
            item.add(remark);
        }
        if (!one.files().isEmpty()) {
            var files = new Div();
            files.addClassName("check-files");
            one.files().forEach(file -> files.add(file(file)));
            item.add(files);
        }
        var acts = acts(one);
        if (acts.getComponentCount() > 0) {
            item.add(acts);
        }
        return item;
    }

    private Div acts(CaseMaterial one) {
        var acts = new Div();
        acts.addClassName("row-acts");
        var name = one.material().name();
        if (sheet.acts().contains(CaseAct.CHECK)
                && one.state() != MaterialState.MISSING
                && one.state() != MaterialState.DEFERRED) {
            if (one.state() != MaterialState.FOUND_GOOD) {
                var good = small(word("check.good"), word("check.good.of", name));
                good.addClickListener(click -> good(one));
                acts.add(good);
            }
            var bad = small(word("check.bad"), word("check.bad.of", name));
            bad.addClickListener(click -> {
                bad.setEnabled(true);
                new CaseReviewDialogs(new CaseAsk(doors, this, then)).bad(sheet, one).open();
            });
            acts.add(bad);
        }
        if (doors.handles() && CaseInboxView.isOpen(sheet.row().state())) {
            var scan = small(word("scan"), word("scan.of", name));
            scan.addClickListener(click -> {
                scan.setEnabled(true);
                scan(one);
            });
            acts.add(scan);
        }
        return acts;
    }

    private static Button small(String text, String label) {
        var button = new Button(text);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        button.setDisableOnClick(true);
        return button;
    }

    void good(CaseMaterial one) {
        try {
            doors.review()
                    .check(
                            sheet.row().id(),
                            one.material().key(),
                            true,
                            null,
                            sheet.row().version());
        } catch (ChangedMeanwhile meanwhile) {
            Tell.refused(getTranslation(meanwhile.messageKey(), meanwhile.arguments()));
        }
        then.run();
    }

    private void scan(CaseMaterial one) {
        var dialog = new Dialog(word("scan.of", one.material().name()));
        dialog.add(new CaseScan(doors, sheet.row().id(), one.material().key(), file -> {}));
        dialog.setWidth("min(560px, 94vw)");
        var close = new Button(getTranslation("ui.close"), click -> dialog.close());
        dialog.getFooter().add(close);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                then.run();
            }
        });
        dialog.open();
    }

    private Component file(AttachedFile file) {
        var link = new Anchor(new FileDownload(doors.attachments(), file.id()), file.name());
        link.addClassName("name");
        var about =
                CaseCells.sub(
                        Sizes.of(file.bytes())
                                + " · "
                                + file.uploadedBy()
                                + " · "
                                + Shown.moment(file.at()));
        var said = new Div(link, about);
        said.addClassName("name-cell");
        var row = new Div();
        row.addClassName("check-file");
        if (file.isPicture()) {
            row.add(picture(file));
        } else {
            var type = new Span(file.name().substring(file.name().lastIndexOf('.') + 1));
            type.addClassName("file-type");
            type.getElement().setAttribute("aria-hidden", "true");
            row.add(type);
        }
        row.add(said);
        return row;
    }

    private Component picture(AttachedFile file) {
        var small = new Image(new FileDownload(doors.attachments(), file.id(), true), "");
        small.getElement().setAttribute("loading", "lazy");
        var look = new Button(small, click -> look(file));
        look.addClassName("thumb");
        look.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        look.setAriaLabel(getTranslation("ui.files.look") + " " + file.name());
        return look;
    }

    private void look(AttachedFile file) {
        var picture =
                new Image(new FileDownload(doors.attachments(), file.id(), true), file.name());
        picture.addClassName("file-look");
        var dialog = new Dialog(file.name(), picture);
        var close = new Button(new Glyph(Glyph.Of.CLOSE), click -> dialog.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(getTranslation("ui.look.close"));
        dialog.getHeader().add(close);
        dialog.open();
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
