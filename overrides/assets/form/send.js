// Ways to hand in what the form made. None needs a server of ours; saving, copying and e-mail need no account.
(() => {
  const form = window.handbookForm;
  // Longer addresses are cut off: by mail programs, and by hosts of repositories.
  const LONGEST_MAIL = 1900;
  const LONGEST_ADDRESS = 7500;

  const parameters = (pairs) => pairs.filter(([name]) => name).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");

  // The address that opens an e-mail with the files in it, and whether they fit.
  const email = (title, files) => {
    const folders = [...new Set(files.map(({ folder }) => folder))].join(", ");
    const first = form.words("email_text").replace("{folder}", folders);
    const subject = form.words("email_subject").replace("{title}", title);
    const whole = [first, ...files.map(({ name, text }) => `${name}\n\n${text}`)].join("\n\n");
    const short = [first, form.words("email_attach").replace("{files}", files.map(({ name }) => name).join(", "))].join("\n\n");
    const address = (body) => `mailto:${encodeURIComponent(form.data.email).replaceAll("%40", "@")}?${parameters([["subject", subject], ["body", body.replaceAll("\n", "\r\n")]])}`;
    return address(whole).length <= LONGEST_MAIL ? { address: address(whole), fits: true } : { address: address(short), fits: false };
  };

  // The address that opens a new file in the repository, and whether the text is in it; null when there is no repository that we know.
  const newFile = ({ kind, name, text }) => {
    const host = form.data.newFile[kind];
    if (!host.address) return null;
    const address = (pairs) => [host.address, parameters(pairs)].filter(Boolean).join("?");
    const whole = address([[host.name, name], [host.text, text]]);
    return host.text && whole.length <= LONGEST_ADDRESS ? { address: whole, fits: true } : { address: address([[host.name, name]]), fits: false };
  };

  const download = ({ name, text, type = "text/yaml" }) => window.handbookDevice.download({ name, text, type });

  // Copy the text of `box`, or else select it, so that the keyboard can. Whether it was copied.
  const copy = async (box) => {
    try {
      await navigator.clipboard.writeText(box.value);
      return true;
    } catch {
      const folded = box.closest("details");
      if (folded) folded.open = true;
      box.focus();
      box.select();
      try {
        return document.execCommand("copy");
      } catch {
        return false;
      }
    }
  };

  const show = (place, title, files) => {
    place.replaceChildren(...files.map((file) => part(file)));
    const link = form.element.querySelector("[data-email]");
    const said = form.element.querySelector("[data-email-long]");
    const { address, fits } = email(title, files);
    link.href = address;
    link.closest("[data-email-way]").hidden = !form.data.email;
    said.textContent = fits ? "" : form.words("email_long").replace("{files}", files.map(({ name }) => name).join(", "));
  };

  const part = (file) => {
    const made = document.getElementById("form-file").content.firstElementChild.cloneNode(true);
    const at = (name) => made.querySelector(`[data-${name}]`);
    const say = (name, word) => { at(name).textContent = form.words(word).replace("{file}", file.name); };
    const announce = (word) => form.announce(form.words(word).replace("{file}", file.name));
    at("name").textContent = `${file.folder}/${file.name}`;
    at("name").id = `file-${file.name}`;
    at("text").value = file.text;
    at("text").setAttribute("aria-labelledby", `file-${file.name}`);
    at("text").rows = Math.min(16, file.text.split("\n").length);
    say("download", "download");
    at("download").addEventListener("click", () => download(file));
    say("copy", "copy_text");
    at("copy").addEventListener("click", async () => announce((await copy(at("text"))) ? "copied" : "not_copied"));
    const there = newFile(file);
    if (there) {
      say("open", "open_there");
      at("open").href = there.address;
      if (!there.fits) at("open").addEventListener("click", async () => announce((await copy(at("text"))) ? "paste" : "not_copied"));
    } else {
      at("open").closest("p").remove();
    }
    return made;
  };

  Object.assign(form, { email, newFile, download, showFiles: show });
})();
