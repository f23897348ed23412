package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.kaiyuan.platform.access.Passkeys;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** One's passkeys: making one on this device, and throwing away what was lost. */
@JavaScript("context://kaiyuan/passkeys.js")
class PasskeyPanel extends Section {
    private static final Set<String> TOLD = Set.of("unsupported", "cancelled", "known", "address");

    final TextField label = new TextField();
    final Button make = new Button();
    final Div lines = new Div();
    private final transient Passkeys passkeys;

    PasskeyPanel(Passkeys passkeys) {
        this.passkeys = passkeys;
        addClassName("passkeys");
        label.setLabel(getTranslation("ui.passkeys.label"));
        label.setHelperText(getTranslation("ui.passkeys.label.help"));
        label.setMaxLength(60);
        make.setText(getTranslation("ui.passkeys.make"));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setDisableOnClick(true);
        make.addClickListener(click -> make());
        add(new Paragraph(getTranslation("ui.passkeys.detail")), lines, label, make);
        refresh();
    }

    private void make() {
        var name = label.getValue().isBlank() ? getTranslation("ui.passkeys") : label.getValue();
        getElement()
                .executeJs("return window.kaiyuanPasskeys.register($0)", name)
                .then(String.class, this::made, fault -> made("refused"));
    }

    private void made(String answer) {
        make.setEnabled(true);
        if (answer.equals("done")) {
            label.clear();
            refresh();
            Tell.done(getTranslation("ui.passkeys.made"));
        } else {
            Tell.refused(
                    getTranslation("ui.passkeys." + (TOLD.contains(answer) ? answer : "refused")));
        }
    }

    private void refresh() {
        lines.removeAll();
        passkeys.mine().forEach(line -> lines.add(line(line)));
    }

    private Div line(Passkeys.Line passkey) {
        var title = new Span(passkey.label());
        title.addClassName("title");
        var sub =
                new Span(
                        getTranslation(
                                "ui.passkeys.times",
                                Shown.moment(passkey.createdAt()),
                                Shown.moment(passkey.usedAt())));
        sub.addClassName("sub");
        var cell = new Div(title, sub);
        cell.addClassName("name-cell");
        var remove = new Button(getTranslation("ui.passkeys.remove"));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(getTranslation("ui.passkeys.remove") + " " + passkey.label());
        remove.addClickListener(click -> {
            passkeys.remove(passkey.id());
            refresh();
        });
        var line = new Div(cell, remove);
        line.addClassName("line");
        return line;
    }
}
