"""The build says aloud where readers cannot reach the team."""

from __future__ import annotations

from world import World

from macros.publishing.contact_notice import contact_notice


def test_a_site_without_a_contact_is_told_what_to_write(world: World):
    said = contact_notice(world.handbook().site)
    assert "`contact` in content/site.yml is empty" in said and "email: team@example.org" in said


def test_a_site_with_a_contact_is_told_nothing(world: World):
    world.change("site.yml", "contact: {}", "contact: {email: team@example.org}")
    assert contact_notice(world.handbook().site) == ""


def test_the_accessibility_statement_can_say_how_soon_the_team_answers(world: World):
    world.change("site.yml", "contact: {}", "contact: {email: a@example.org, answers_within: two days}")
    said = world.build().renderer.render("contact.html", "about/index.md")
    assert " ".join(said.split()) == "<p>Write to a@example.org. We answer within two days.</p>"
