package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Set;

/** Signing in with a passkey, without a name: the device knows whose it is. */
@JavaScript("context://kaiyuan/passkeys.js")
class PasskeySignInPanel extends Div {
    private static final Set<String> TOLD = Set.of("unsupported", "cancelled", "address");

    final Button enter = new Button();
    private final Paragraph said = new Paragraph();

    PasskeySignInPanel() {
        addClassName("passkey-sign-in");
        enter.setText(getTranslation("ui.login.passkey"));
        enter.setDisableOnClick(true);
        enter.addClickListener(click ->
                getElement()
                        .executeJs("return window.kaiyuanPasskeys.signIn()")
                        .then(String.class, this::answered, fault -> answered("refused")));
        said.addClassName("said");
        said.setVisible(false);
        said.getElement().setAttribute("role", "status");
        add(enter, said);
    }

    /** When it is done, the browser is on its way to the first page. */
    private void answered(String answer) {
        enter.setEnabled(true);
        said.setVisible(!answer.equals("done"));
        said.setText(
                getTranslation("ui.login.passkey." + (TOLD.contains(answer) ? answer : "refused")));
    }
}
