"""The words of the pictures: the map, the flow, the small map, what is handed over, the timeline."""

from __future__ import annotations

from macros.model.fields import Model, Text, label


class PictureWords(Model):
    """The pictures, and the texts beside them."""

    map_phase: Text = label("Link to a phase in the folded map.", "phase")
    where_title: Text = label("Heading over the small map beside a page.")
    where_made: Text = label("Heading over the small map beside a product.")
    where_used: Text = label("How to read the small map beside a product.")
    where_at: Text = label("A place on the map.", "workstream", "phase")
    where_map: Text = label("Link from the small map to the map.")
    flow_picture: Text = label("The name of the picture of the flow, for screen readers.")
    flow_how: Text = label("How to read the picture of the flow.")
    flow_clear: Text = label("The button that follows nothing.")
    flow_choose: Text = label("Label of the list of products and activities to follow.")
    flow_nothing: Text = label("The choice that follows nothing.")
    flow_made: Text = label("Who makes a product, in the key.", "side")
    flow_used: Text = label("A line in the picture, in the key.")
    flow_path: Text = label("A chosen line in the picture, in the key.")
    flow_read: Text = label("Link to the page of what was chosen.", "title")
    flow_proof_title: Text = label("Heading over the numbers of the flow.")
    flow_table: Text = label("Heading over the table of the flow.")
    near_flow: Text = label("Link from a product to its path in the flow.")
    owe_gives: Text = label("Marks the side that hands something over.")
    owe_waits: Text = label("Marks the side that waits for something.")
    owe_phase: Text = label("The phase in which it is needed, where that is a later one.", "phase")
    owe_caption: Text = label("The caption of a table of what is handed over.", "phase")
    owe_side: Text = label("Label of the filter by side.")
    remaining_hand_overs: Text = label("How many remain.", "n", "all")
    moves_first: Text = label("Heading over the moves that are shown first.")
    moves_more: Text = label("The fold with all other moves.", "n")
    about_length: Text = label("A length of time that is not known to the day.", "length")
    moves_stretch: Text = label("From the first date of a move to the last.", "start", "end")
    layers_title: Text = label("The name of the picture of the layers, for screen readers.")
